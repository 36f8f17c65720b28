import Award from "lucide-react/icons/award";
import ClipboardList from "lucide-react/icons/clipboard-list";
import DoorOpen from "lucide-react/icons/door-open";
import FileCheck from "lucide-react/icons/file-check";
import Files from "lucide-react/icons/files";
import GraduationCap from "lucide-react/icons/graduation-cap";
import HandHeart from "lucide-react/icons/hand-heart";
import HeartPulse from "lucide-react/icons/heart-pulse";
import IdCard from "lucide-react/icons/id-card";
import Lightbulb from "lucide-react/icons/lightbulb";
import MapPin from "lucide-react/icons/map-pin";
import Megaphone from "lucide-react/icons/megaphone";
import MessageCircle from "lucide-react/icons/message-circle";
import Mic from "lucide-react/icons/mic";
import Newspaper from "lucide-react/icons/newspaper";
import PackageIcon from "lucide-react/icons/package";
import PenTool from "lucide-react/icons/pen-tool";
import Presentation from "lucide-react/icons/presentation";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import School from "lucide-react/icons/school";
import ShieldCheck from "lucide-react/icons/shield-check";
import Smartphone from "lucide-react/icons/smartphone";
import Stethoscope from "lucide-react/icons/stethoscope";
import Store from "lucide-react/icons/store";
import Tractor from "lucide-react/icons/tractor";
import Wallet from "lucide-react/icons/wallet";
import type { Icon } from "../kit/icon.ts";

const ICONS: Readonly<Record<string, Icon>> = {
  "online-public-service": FileCheck,
  "eid-level-2": IdCard,
  "document-integration": Files,
  "digital-signature": PenTool,
  "local-app": Smartphone,
  "commune-channel": Megaphone,
  "payment-account": Wallet,
  "cashless-stall": Store,
  "online-shop-step": Store,
  "product-online": PackageIcon,
  "farm-and-transport": Tractor,
  "health-book": HeartPulse,
  "social-service": Stethoscope,
  "online-safety": ShieldCheck,
  "smartphone-start": Smartphone,
  "device-urging": Megaphone,
  "online-learning": GraduationCap,
  "skill-survey": ClipboardList,
  "first-visit": DoorOpen,
  "return-visit": RotateCcw,
  talk: Mic,
  "party-cell-talk": Mic,
  class: School,
  "help-point-shift": MapPin,
  "village-group-chat": MessageCircle,
  story: Newspaper,
  initiative: Lightbulb,
  "required-training": Presentation,
  "member-certificate": Award,
};

/** The picture a kind of work is known by at a glance; kinds the office adds share one. */
export function iconOfKind(key: string): Icon {
  return ICONS[key] ?? HandHeart;
}
