import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { decideApprovalsStep, type ApprovalResult, type DecideApprovalsInput } from "./steps/decide-approvals"

export type { DecideApprovalsInput }

/**
 * Approves or declines mails of a dunning plan that wait for the merchant.
 *
 * @returns a result a mail
 * @summary Approve or decline mails that wait for approval.
 */
export const decideApprovalsWorkflow = createWorkflow(
  "decide-approvals",
  function (input: WorkflowData<DecideApprovalsInput>): WorkflowResponse<ApprovalResult[]> {
    return new WorkflowResponse(decideApprovalsStep(input))
  },
)
