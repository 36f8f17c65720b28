import type { ServiceRefusal } from "#app/domain/activity/service.ts";
import type { SentencesOf } from "../rejections.ts";

export const serviceRejections = {
  service_not_there: () => "The list has no such entry.",
  service_name_taken: ({ name }) => `There is “${name}” already. Choose another name, or edit that entry.`,
} satisfies SentencesOf<ServiceRefusal>;
