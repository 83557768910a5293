import { useSender } from "../hooks/use-sender"
import { useSettingsAddress } from "../hooks/use-settings-address"
import { SectionFrame } from "./section-frame"
import { SenderCards } from "./sender-cards"
import { SendTestMail } from "./test-mail-button"

const SKELETON_HEIGHTS = [230, 390, 480, 140, 190]

/** The settings "Sender and domain" of the chosen shop: who mails are from, and what DNS must have for that. */
export const SenderSection = () => {
  const { shopId } = useSettingsAddress()
  return (
    <SectionFrame
      page="sender"
      query={useSender(shopId)}
      skeleton={SKELETON_HEIGHTS}
      actions={<SendTestMail shopId={shopId} />}
    >
      {({ sender }) => <SenderCards sender={sender} />}
    </SectionFrame>
  )
}
