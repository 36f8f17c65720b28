import { householdsArea } from "#app/messages/vi/households.ts";
import { Flash } from "../kit/flash.tsx";
import { useMessages } from "../language.tsx";

/** What the last button did, by the word in the address. */
export function HouseholdFlash({ done }: { done: string | null }) {
  const { form, people, absence, end } = useMessages(householdsArea).households;
  const sentences = new Map([
    ["luu", form.saved],
    ["nguoi", people.done],
    ["dong-y", absence.accepted],
    ["khong-dong-y", absence.declined],
    ["vang", absence.marked],
    ["de-xuat", absence.proposed],
    ["rut", absence.withdrawn],
    ["thoi", end.done],
    ["tro-lai", end.broughtBack],
  ]);
  const sentence = sentences.get(done ?? "");
  return sentence === undefined ? null : <Flash key={done}>{sentence}</Flash>;
}
