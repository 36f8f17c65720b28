import { verificationArea } from "#app/messages/vi/verification.ts";
import { Tabs } from "../kit/tabs.tsx";
import { useMessages } from "../language.tsx";

/** The leader's three views. */
export function VerifyTabs({ waiting, corrections }: { waiting?: number; corrections?: number }) {
  const { verification: words } = useMessages(verificationArea);
  return (
    <Tabs
      label={words.tabs}
      tabs={[
        { to: "/duyet", label: words.queueTab, ...(waiting ? { count: waiting } : {}) },
        {
          to: "/duyet/dinh-chinh",
          label: words.correctionsTab,
          ...(corrections ? { count: corrections } : {}),
        },
        { to: "/duyet/tap", label: words.practiceTab },
      ]}
    />
  );
}
