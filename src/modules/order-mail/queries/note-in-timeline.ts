import type { DataSource } from "typeorm"
import type { TimelineType } from "../../../kinds/state-reasons"

export interface TimelineNote {
  mailId: string
  type: TimelineType
  userId: string | null
  data: Record<string, string | number | boolean | null>
}

/**
 * Adds an entry that changes no state, for example that the mail was sent again as another one. That one is named once,
 * however often it is noted.
 */
export async function noteInTimeline(dataSource: DataSource, note: TimelineNote): Promise<void> {
  await dataSource.query(
    "INSERT INTO order_mail_timeline (order_mail_id, type, user_id, data) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
    [note.mailId, note.type, note.userId, JSON.stringify(note.data)],
  )
}
