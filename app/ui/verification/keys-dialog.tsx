import { verificationArea } from "#app/messages/vi/verification.ts";
import { Dialog } from "../kit/dialog.tsx";
import { useMessages } from "../language.tsx";

const KEYS = {
  next: "j",
  previous: "k",
  approve: "a",
  sendBack: "r",
  reject: "x",
  undo: "u",
  help: "?",
} as const;

export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { verification: words } = useMessages(verificationArea);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.keysTitle}>
      <dl className="grid gap-2">
        {Object.entries(KEYS).map(([act, key]) => (
          <div key={act} className="flex items-center gap-4">
            <dt className="w-12 shrink-0">
              <kbd className="grid size-10 place-items-center rounded-md border-2 border-line bg-sunken font-bold">
                {key}
              </kbd>
            </dt>
            <dd>{words.keyList[act as keyof typeof KEYS]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
