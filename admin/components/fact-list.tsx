import { Fragment, type ReactNode } from "react"

export interface Fact {
  name: string
  value: ReactNode
}

/** Names and values in two columns. */
export const FactList = ({ facts }: { facts: Fact[] }) => (
  <dl className="txt-compact-small grid grid-cols-[minmax(110px,auto)_1fr] gap-x-4 gap-y-2">
    {facts.map(({ name, value }) => (
      <Fragment key={name}>
        <dt className="text-ui-fg-muted whitespace-nowrap">{name}</dt>
        <dd className="text-ui-fg-base flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 [overflow-wrap:anywhere]">
          {value}
        </dd>
      </Fragment>
    ))}
  </dl>
)
