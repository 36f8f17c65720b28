import type { Speech } from "./speech.ts";

interface StoryPreviewProps {
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly image: string | null;
  readonly isArticle: boolean;
  readonly speech: Speech;
}

/** What chats show of the link (D19); no copy of it is to outlive a consent that was taken back. */
export function StoryPreview({ title, description, address, image, isArticle, speech }: StoryPreviewProps) {
  const { words, language } = speech;
  return (
    <>
      <meta name="description" content={description} />
      <meta name="robots" content="noarchive" />
      <link rel="canonical" href={address} />
      <meta property="og:type" content={isArticle ? "article" : "website"} />
      <meta property="og:locale" content={language === "vi" ? "vi_VN" : "en_GB"} />
      <meta property="og:site_name" content={words.home} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      {image === null ? null : <meta property="og:image" content={image} />}
    </>
  );
}
