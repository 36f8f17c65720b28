import ExternalLink from "lucide-react/icons/external-link";
import FileDown from "lucide-react/icons/file-down";
import { materialsArea } from "#app/messages/vi/materials.ts";
import { buttonStyle } from "../kit/button-style.ts";
import { useMessages } from "../language.tsx";
import type { MaterialFace } from "./material-card.tsx";

/** The file or the link of a material, by its counted address. */
export function MaterialWays({ material, openAt }: { material: MaterialFace; openAt: string }) {
  const { materials: words } = useMessages(materialsArea);
  if (material.photoId === null && material.fileId === null && material.link === null) return null;
  const isFile = material.fileId !== null;
  const Picture = isFile ? FileDown : ExternalLink;
  return (
    <a
      href={openAt}
      target={isFile ? undefined : "_blank"}
      rel="noreferrer"
      className={buttonStyle({ variant: "secondary" })}
    >
      <Picture size="1.25em" aria-hidden />
      {isFile ? words.openFile : material.photoId === null ? words.openLink : words.open}
    </a>
  );
}
