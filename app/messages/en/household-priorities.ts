export const priorities = {
  elderly: "Elderly",
  disabled: "Disabled",
  minority: "Ethnic minority",
  poor: "Poor or near-poor",
  remote: "Far away",
};
