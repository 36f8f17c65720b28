import { setupArea } from "#app/messages/vi/setup.ts";
import { DescriptionList } from "../kit/description-list.tsx";
import { Notice } from "../kit/notice.tsx";
import { useMessages } from "../language.tsx";

interface ChangedNoticeProps {
  /** What stands in the database now, field by field, under the labels of the form. */
  standing: readonly { term: string; value: string }[];
}

/** Somebody saved in between. Both versions are in sight; nothing is decided for the person. */
export function ChangedNotice({ standing }: ChangedNoticeProps) {
  const { setup } = useMessages(setupArea);
  return (
    <Notice tone="warning" title={setup.changedTitle}>
      <p>{setup.changedBody}</p>
      <p className="mt-3 font-bold">{setup.standing}</p>
      <DescriptionList items={standing} />
    </Notice>
  );
}
