import type { CommandContext } from "./context.ts";
import type { ExitCode } from "./exitCodes.ts";

export type CommandHandler = (context: CommandContext) => Promise<ExitCode>;

/** The code behind each command, loaded when it is called. A test holds that every command of the program is here. */
export const handlers: Readonly<Record<string, () => Promise<CommandHandler>>> = {
  check: async () => (await import("./commands/check.ts")).check,
  gate: async () => (await import("./commands/gate.ts")).gate,
  report: async () => (await import("./commands/report.ts")).report,
  "report verify": async () => (await import("./commands/reportVerify.ts")).reportVerify,
  "exceptions list": async () => (await import("./commands/exceptionsList.ts")).exceptionsList,
  "exceptions request": async () => (await import("./commands/exceptionsRequest.ts")).exceptionsRequest,
  "exceptions revoke": async () => (await import("./commands/exceptionsRevoke.ts")).exceptionsRevoke,
  "exceptions answer": async () => (await import("./commands/exceptionsAnswer.ts")).exceptionsAnswer,
  "exceptions withdraw": async () => (await import("./commands/exceptionsWithdraw.ts")).exceptionsWithdraw,
  "exceptions approve": async () => (await import("./commands/exceptionsApprove.ts")).exceptionsApprove,
  "exceptions code": async () => (await import("./commands/exceptionsCode.ts")).exceptionsCode,
  "exceptions key": async () => (await import("./commands/exceptionsKey.ts")).exceptionsKey,
  "exceptions secret": async () => (await import("./commands/exceptionsSecret.ts")).exceptionsSecret,
  declare: async () => (await import("./commands/declare.ts")).declare,
  lessons: async () => (await import("./commands/lessonsList.ts")).lessonsList,
  "lessons show": async () => (await import("./commands/lessonsShow.ts")).lessonsShow,
  "lessons answer": async () => (await import("./commands/lessonsAnswer.ts")).lessonsAnswer,
  rules: async () => (await import("./commands/rules.ts")).rules,
  "networks list": async () => (await import("./commands/networksList.ts")).networksList,
  "networks name": async () => (await import("./commands/networksName.ts")).networksName,
  "networks forget": async () => (await import("./commands/networksForget.ts")).networksForget,
  "journal show": async () => (await import("./commands/journalShow.ts")).journalShow,
  "journal verify": async () => (await import("./commands/journalVerify.ts")).journalVerify,
  "policy check": async () => (await import("./commands/policyCheck.ts")).policyCheck,
  "policy show": async () => (await import("./commands/policyShow.ts")).policyShow,
  "policy schema": async () => (await import("./commands/policySchema.ts")).policySchema,
  "policy explain": async () => (await import("./commands/policyExplain.ts")).policyExplain,
  "policy keygen": async () => (await import("./commands/policyKeygen.ts")).policyKeygen,
  "policy sign": async () => (await import("./commands/policySign.ts")).policySign,
  "policy verify": async () => (await import("./commands/policyVerify.ts")).policyVerify,
  facts: async () => (await import("./commands/facts.ts")).facts,
  code: async () => (await import("./commands/code.ts")).code,
  parse: async () => (await import("./commands/parse.ts")).parse,
  completion: async () => (await import("./commands/completion.ts")).completion,
};
