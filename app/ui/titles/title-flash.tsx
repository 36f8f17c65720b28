import { titlesArea } from "#app/messages/vi/titles.ts";
import { Flash } from "../kit/flash.tsx";
import { useMessages } from "../language.tsx";

/** What the last button did, by the word in the address. */
export function TitleFlash({ done }: { done: string | null }) {
  const { act, revoke, form, ambassador } = useMessages(titlesArea).titles;
  const sentence = new Map([
    ["de-cu", form.sent],
    ["y-kien", act.done],
    ["cong-nhan", act.granted],
    ["de-nghi-thu-hoi", revoke.asked],
    ["tra-loi-thu-hoi", revoke.answered],
    ["dang-ky", ambassador.joined],
    ["thoi", ambassador.left],
    ["nhan-kem", ambassador.added],
    ["thoi-kem", ambassador.ended],
    ["tap-huan", ambassador.confirmed],
  ]).get(done ?? "");
  return sentence === undefined ? null : <Flash key={done}>{sentence}</Flash>;
}
