import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { DunningStopRow } from "../modules/order-mail/dunning/answers"
import { addDunningStopStep, type AddDunningStopInput } from "./steps/add-dunning-stop"

export type { AddDunningStopInput }

/** @summary Stop reminders for an order or a customer, or pause an order's plan. */
export const addDunningStopWorkflow = createWorkflow(
  "add-dunning-stop",
  function (input: WorkflowData<AddDunningStopInput>): WorkflowResponse<DunningStopRow> {
    return new WorkflowResponse(addDunningStopStep(input))
  },
)
