import Eye from "lucide-react/icons/eye";
import FileDown from "lucide-react/icons/file-down";
import Megaphone from "lucide-react/icons/megaphone";
import { reportFilesArea } from "#app/messages/vi/report-files.ts";
import { Card } from "../kit/card.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";
import { REPORT_FILES, REPORT_NOTICE, REPORT_PREVIEW } from "./report-paths.ts";

/** What leaves the house of a report, from its own address. */
export function ReportFiles({ path, hasNotice = false }: { path: string; hasNotice?: boolean }) {
  const { reportFiles: words } = useMessages(reportFilesArea);
  const files = [
    [REPORT_FILES.docx, words.docx],
    [REPORT_FILES.pdf, words.pdf],
    [REPORT_FILES.xlsx, words.xlsx],
  ] as const;
  return (
    <Card title={words.title} className="no-print">
      <div className="flex flex-wrap gap-3">
        <LinkButton to={path + REPORT_PREVIEW} variant="secondary" icon={Eye}>
          {words.preview}
        </LinkButton>
        {files.map(([file, label]) => (
          <LinkButton key={file} to={path + file} variant="secondary" icon={FileDown} reloadDocument download>
            {label}
          </LinkButton>
        ))}
      </div>
      <p className="mt-4 flex flex-wrap gap-x-6">
        <TextLink
          to={path + REPORT_FILES.fragment}
          reloadDocument
          download
          className="inline-flex min-h-12 items-center"
        >
          {words.fragment}
        </TextLink>
      </p>
      <p className="text-sm text-ink-soft">{words.fragmentHint}</p>
      {hasNotice ? (
        <LinkButton to={path + REPORT_NOTICE} variant="secondary" icon={Megaphone} className="mt-4">
          {words.noticeOpen}
        </LinkButton>
      ) : null}
    </Card>
  );
}
