import { ArrowDownTray } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { type DragEvent, useRef, useState } from "react"
import type { FieldIds } from "./labeled-field"

interface FileDropProps extends Partial<FieldIds> {
  label: string
  hint?: string
  /** As an `<input type="file">` takes it. */
  accept: string
  disabled?: boolean
  onFile: (file: File) => void
}

/** Takes one file that is dropped on it or chosen, looking as the dashboard's own. */
export const FileDrop = ({ label, hint, accept, disabled, onFile, ...ids }: FileDropProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file && !disabled) onFile(file)
    // The same file can be chosen again, for example after it was changed.
    if (input.current) input.current.value = ""
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div>
      <button
        {...ids}
        type="button"
        disabled={disabled}
        data-over={isOver || undefined}
        onClick={() => input.current?.click()}
        onDrop={drop}
        onDragOver={(event) => event.preventDefault()}
        onDragEnter={() => setIsOver(true)}
        onDragLeave={() => setIsOver(false)}
        className="bg-ui-bg-component border-ui-border-strong hover:border-ui-border-interactive focus-visible:border-ui-border-interactive focus-visible:shadow-borders-focus data-[over]:border-ui-border-interactive aria-[invalid=true]:border-ui-border-error transition-fg flex w-full flex-col items-center gap-y-2 rounded-lg border border-dashed p-8 outline-none disabled:cursor-not-allowed disabled:opacity-60"
      >
        <span className="text-ui-fg-subtle flex items-center gap-x-2">
          <ArrowDownTray aria-hidden />
          <Text as="span">{label}</Text>
        </span>
        {hint && (
          <Text as="span" size="small" leading="compact" className="text-ui-fg-muted">
            {hint}
          </Text>
        )}
      </button>
      <input
        ref={input}
        hidden
        type="file"
        accept={accept}
        onChange={(event) => take(event.target.files)}
        data-testid="file-input"
      />
    </div>
  )
}
