import { CheckBox } from "../kit/check-box.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { CodeField } from "../kit/code-field.tsx";
import { FormCard } from "../kit/form-card.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { PasswordField } from "../kit/password-field.tsx";
import { PinField } from "../kit/pin-field.tsx";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { Specimen } from "./specimen.tsx";

const VILLAGES = [
  { value: "1", label: "Khe Nghĩa" },
  { value: "2", label: "Tổ dân phố Nguyễn Thị Minh Khai mở rộng phía Đông Bắc" },
  { value: "3", label: "Bản Pá Đông", disabled: true },
];

const REASONS = [
  { value: "blurred", label: "Ảnh mờ" },
  { value: "twice", label: "Trùng việc đã ghi" },
  { value: "number", label: "Sai số lượng" },
  { value: "closed", label: "Tháng đã khóa", disabled: true },
];

const WAYS = [
  {
    value: "passkey",
    label: "Khóa trên điện thoại",
    hint: "Vân tay hoặc khuôn mặt. Nhanh nhất, không sợ bị lừa.",
  },
  { value: "totp", label: "Ứng dụng tạo mã", hint: "Sáu chữ số, đổi mỗi 30 giây." },
];

export function FieldsSpecimen() {
  return (
    <Specimen name="Biểu mẫu">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <FormCard
          title="Đăng nhập"
          lead="Dùng số điện thoại hoặc tên đăng nhập do xã cấp."
          footer={<TextLink to="#">Quên mật khẩu</TextLink>}
        >
          <TextField name="phone" label="Số điện thoại" type="tel" autoComplete="username" inputMode="tel" />
          <PasswordField name="password" label="Mật khẩu" autoComplete="current-password" />
          <CheckBox name="keep" label="Máy này là của tôi, nhớ tôi 90 ngày" defaultChecked />
          <SubmitButton block>Đăng nhập</SubmitButton>
        </FormCard>
        <FormCard
          title="Có lỗi cần sửa"
          problems={{
            form: "Chưa lưu được. Sửa các mục dưới đây rồi gửi lại.",
            fullName: { code: "too_short", minimum: 2 },
            village: { code: "not_chosen" },
            households: { code: "not_a_number" },
          }}
          labels={{ fullName: "Họ và tên", village: "Thôn, khu phố", households: "Số hộ" }}
        >
          <TextField
            name="fullName"
            label="Họ và tên"
            defaultValue="N"
            error={{ code: "too_short", minimum: 2 }}
          />
          <SelectField
            name="village"
            label="Thôn, khu phố"
            choices={VILLAGES}
            error={{ code: "not_chosen" }}
          />
          <NumberField
            name="households"
            label="Số hộ"
            unit="hộ"
            defaultValue="hai trăm"
            error={{ code: "not_a_number" }}
          />
          <CodeField
            name="codeWrong"
            label="Mã xác thực"
            error="Mã không đúng hoặc đã hết hạn. Nhập mã mới."
          />
          <SubmitButton>Gửi xác nhận</SubmitButton>
        </FormCard>
        <FormCard title="Mở khóa" lead="Hạnh ơi, nhập mã PIN của bạn.">
          <PinField name="pin" label="Mã PIN" hint="Sáu chữ số bạn đã đặt trên máy này." />
          <CodeField name="code" label="Mã xác thực" hint="Mở ứng dụng tạo mã trên điện thoại." />
          <RadioGroup name="way" label="Lớp thứ hai" choices={WAYS} defaultValue="passkey" />
        </FormCard>
        <FormCard title="Các mục khác">
          <TextField name="date" label="Ngày làm việc" type="date" defaultValue="2026-11-20" />
          <TextArea
            name="story"
            label="Khó khăn, vướng mắc"
            optional
            hint="Viết như kể với đồng nghiệp; tối đa 500 ký tự."
            defaultValue="Sóng ở bản Pá Đông yếu, phải xuống nhà văn hóa mới nộp được hồ sơ."
          />
          <ChipGroup
            name="reason"
            label="Trả lại vì"
            multiple
            choices={REASONS}
            defaultValues={["blurred"]}
          />
          <TextField name="locked" label="Mã tài khoản" defaultValue="hanh.nt" disabled />
          <CheckBox
            name="agree"
            label="Tôi đã đọc quy chế"
            hint="Cần đánh dấu để đi tiếp."
            error={{ code: "required" }}
          />
        </FormCard>
      </div>
    </Specimen>
  );
}
