import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { AdminHeaderImage } from "../../src/api/settings-types"
import { brandingApi } from "../lib/branding-api"
import { imageProblem } from "../lib/header-image"

/** Uploads a picture for the top of mails; nothing shows it until the branding is saved with it. */
export const useHeaderImageUpload = (onUploaded: (image: AdminHeaderImage) => void) => {
  const { t } = useTranslation("orderMail")
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async (file: File) => {
      const problem = await imageProblem(file)
      if (problem) throw new Error(t(`imageProblems.${problem}`))
      return (await brandingApi.uploadHeaderImage(file)).header_image
    },
    onSuccess: onUploaded,
  })
  return {
    upload: (file: File) => mutate(file),
    isUploading: isPending,
    /** Why the last one could not be taken. */
    problem: error?.message.replace(/^file: /, "") ?? null,
    forgetProblem: reset,
  }
}
