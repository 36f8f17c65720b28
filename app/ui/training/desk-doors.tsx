import BookOpenCheck from "lucide-react/icons/book-open-check";
import FileCheck from "lucide-react/icons/file-check";
import Grid3x3 from "lucide-react/icons/grid-3x3";
import Presentation from "lucide-react/icons/presentation";
import Tags from "lucide-react/icons/tags";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { useMessages } from "../language.tsx";

interface DeskDoorsProps {
  mayManage: boolean;
  mayDecide: boolean;
  waiting: number;
}

/** The other pages of training. */
export function DeskDoors({ mayManage, mayDecide, waiting }: DeskDoorsProps) {
  const { training } = useMessages(trainingArea);
  const words = training.desk.links;
  return (
    <nav aria-label={training.desk.title} className="flex flex-wrap gap-3">
      <LinkButton to={TRAINING_PATHS.matrix} variant="secondary" icon={Grid3x3}>
        {words.matrix}
      </LinkButton>
      <LinkButton to={TRAINING_PATHS.courses} variant="secondary" icon={BookOpenCheck}>
        {words.courses}
      </LinkButton>
      {mayDecide ? (
        <LinkButton to={TRAINING_PATHS.certificates} variant="secondary" icon={FileCheck}>
          {words.certificates}
          {waiting > 0 ? ` (${waiting})` : ""}
        </LinkButton>
      ) : null}
      <LinkButton to={TRAINING_PATHS.classes} variant="secondary" icon={Presentation}>
        {words.classes}
      </LinkButton>
      {mayManage ? (
        <LinkButton to={TRAINING_PATHS.topics} variant="secondary" icon={Tags}>
          {words.topics}
        </LinkButton>
      ) : null}
    </nav>
  );
}
