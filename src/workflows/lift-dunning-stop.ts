import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { DunningStopRow } from "../modules/order-mail/dunning/answers"
import { liftDunningStopStep, type LiftDunningStopInput } from "./steps/lift-dunning-stop"

export type { LiftDunningStopInput }

/** @summary Lift a dunning stop. */
export const liftDunningStopWorkflow = createWorkflow(
  "lift-dunning-stop",
  function (input: WorkflowData<LiftDunningStopInput>): WorkflowResponse<DunningStopRow> {
    return new WorkflowResponse(liftDunningStopStep(input))
  },
)
