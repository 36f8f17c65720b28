import type { NameFault } from "#app/domain/zalo/group-name.ts";
import { zaloArea } from "#app/messages/vi/zalo.ts";
import { useMessages } from "../language.tsx";

/** What is wrong with a name, one sentence each. */
export function FaultList({ faults }: { faults: readonly NameFault[] }) {
  const { zalo } = useMessages(zaloArea);
  const { faults: words, variables } = zalo;
  const say = (fault: NameFault): string => {
    switch (fault.kind) {
      case "empty":
        return words.empty;
      case "spaces":
        return words.spaces;
      case "separator":
        return words.separator(fault.separator);
      case "too_few":
        return words.too_few(fault.missing.join(", "));
      case "too_many":
        return words.too_many(fault.extra.join(", "));
      case "marks":
        return words.marks(fault.written, fault.expected);
      case "capitals":
        return words.capitals(fault.written, fault.expected);
      case "part":
        return words.part(
          fault.variable === null ? null : variables[fault.variable],
          fault.written,
          fault.expected,
        );
    }
  };
  return (
    <ul className="list-disc ps-6">
      {faults.map((fault) => {
        const sentence = say(fault);
        return <li key={sentence}>{sentence}</li>;
      })}
    </ul>
  );
}
