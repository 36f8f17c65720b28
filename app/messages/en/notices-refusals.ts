import type { PushRefusal } from "#app/domain/notices/push-endpoint.ts";
import type { SentencesOf } from "../rejections.ts";

export const pushRejections: SentencesOf<PushRefusal> = {
  push_endpoint_refused: () =>
    "This browser's push address cannot be used. Open the page in Chrome, Firefox or Safari.",
};
