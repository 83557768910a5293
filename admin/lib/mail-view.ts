/** What the drawer shows about a mail. */
export type MailView = "details" | "resend"
