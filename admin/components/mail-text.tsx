/** The text part, unchanged. */
export const MailText = ({ text }: { text: string }) => (
  <pre
    tabIndex={0}
    className="bg-ui-bg-subtle border-ui-border-base text-ui-fg-base overflow-x-auto whitespace-pre-wrap rounded-lg border p-4 font-mono text-[13px] leading-5 [overflow-wrap:anywhere]"
  >
    {text}
  </pre>
)
