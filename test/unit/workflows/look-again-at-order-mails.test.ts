import { expect, it } from "vitest"
import { LOOK_AGAIN_WORKFLOW } from "../../../src/modules/order-mail/look-again-by-workflow"
import { lookAgainAtOrderMailsWorkflow } from "../../../src/workflows/look-again-at-order-mails"

it("the workflow of the last look has the id by which delivery asks for it", () => {
  expect(lookAgainAtOrderMailsWorkflow.getName()).toBe(LOOK_AGAIN_WORKFLOW)
})
