import ExternalLink from "lucide-react/icons/external-link";
import ImageDown from "lucide-react/icons/image-down";
import { excerptOf } from "#app/domain/stories/story.ts";
import { STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import type { StoryView } from "#app/domain/stories/views.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { Card } from "../kit/card.tsx";
import { CopyButton } from "../kit/copy-button.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { useMessages } from "../language.tsx";

interface ShareCardProps {
  story: StoryView;
  /** Where anybody reads it; null while nobody outside may. */
  address: string | null;
}

/** Words and a picture for a chat; the address in it opens without signing in. */
export function ShareCard({ story, address }: ShareCardProps) {
  const { one: words } = useMessages(storiesArea).stories;
  const text = address === null ? null : words.shareText(story.title, excerptOf(story.body), address);
  return (
    <Card title={words.share}>
      {text === null || address === null ? (
        <Notice>{words.notPublic}</Notice>
      ) : (
        <>
          <p className="text-ink-soft">{words.shareLead}</p>
          <p className="my-4 whitespace-pre-line rounded-md bg-sunken p-4 [overflow-wrap:anywhere]">{text}</p>
          <div className="flex flex-wrap gap-3">
            <CopyButton text={text} label={words.copy} />
            <LinkButton
              to={STORY_PATHS.card(story.id)}
              variant="secondary"
              icon={ImageDown}
              reloadDocument
              download
            >
              {words.card}
            </LinkButton>
            <LinkButton to={address} variant="quiet" icon={ExternalLink} reloadDocument>
              {words.openPublic}
            </LinkButton>
          </div>
        </>
      )}
    </Card>
  );
}
