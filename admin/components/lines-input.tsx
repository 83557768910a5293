import { Textarea } from "@medusajs/ui"
import { useState } from "react"
import type { InheritableInput } from "./inheritable-field"

interface LinesInputProps extends InheritableInput {
  inputMode?: "email"
  value: readonly string[]
  onChange: (lines: string[]) => void
}

const linesIn = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")

/** A list, one entry a line. What is typed stays as it is while it stands for the list: blank lines, a blank at the end. */
export const LinesInput = ({ value, onChange, ...input }: LinesInputProps) => {
  const [typed, setTyped] = useState("")
  const isCurrent = linesIn(typed).join("\n") === value.join("\n")
  return (
    <Textarea
      {...input}
      rows={3}
      spellCheck={false}
      autoComplete="off"
      value={isCurrent ? typed : value.join("\n")}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(linesIn(event.target.value))
      }}
    />
  )
}
