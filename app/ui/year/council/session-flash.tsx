import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { Flash } from "../../kit/flash.tsx";
import { useMessages } from "../../language.tsx";

/** What the last button did, by the word in the address. */
export function SessionFlash({ done }: { done: string | null }) {
  const { session: say } = useMessages(yearCouncilArea).yearCouncil;
  const sentence = new Map([
    ["mo-phien", say.opened],
    ["diem-danh", say.seatsSaved],
    ["mo-luot", say.started],
    ["ghi-phieu", say.handsSaved],
    ["dong-luot", say.closed],
    ["rut-luot", say.withdrawn],
    ["suat-cuoi", say.chairSaved],
    ["bao-luu", say.dissentSaved],
    ["ghi", say.wordsSaved],
    ["ket-thuc", say.ended],
  ]).get(done ?? "");
  return sentence === undefined ? null : <Flash key={done}>{sentence}</Flash>;
}
