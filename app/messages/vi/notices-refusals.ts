import type { PushRefusal } from "#app/domain/notices/push-endpoint.ts";
import type { SentencesOf } from "../rejections.ts";

export const pushRejections: SentencesOf<PushRefusal> = {
  push_endpoint_refused: () =>
    "Địa chỉ báo tin của trình duyệt này không dùng được. Mở bằng Chrome, Firefox hoặc Safari.",
};
