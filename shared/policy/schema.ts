import { z } from "zod";
import { approvalWays } from "../approvalWays.ts";
import { checkIdSchema } from "../checks/verdict.ts";
import { blockModes } from "../door.ts";
import { bilingualSchema } from "../message.ts";
import { groupSchema, informationClassIdSchema, informationClassIds, methodIdSchema, methodIds, riskIdSchema, riskIds } from "../risks.ts";

export const policySchemaId = "preflight-policy/1";
// Names of policies are keys in kept files: none of them may be one that JavaScript keeps for itself (`plainJson`).
const id = z.string().regex(/^(?!(?:constructor|prototype)$)[a-z][a-z0-9-]{1,47}$/);

const conditionSchema = z
  .strictObject({
    classes: z.array(informationClassIdSchema).min(1).optional().describe("only for work on these information classes"),
    methods: z.array(methodIdSchema).min(1).optional().describe("only for these telework methods"),
    dataOnDevice: z.boolean().optional().describe("only for methods where data stays (true) or does not stay (false) on the PC"),
  })
  .describe("All conditions that are given must hold.");

export const ruleSchema = z.strictObject({
  level: z.enum(["required", "recommended", "off"]).describe("required: not met or not seen = stop. recommended: = caution. off: not looked at."),
  requiredFor: z
    .union([conditionSchema, z.array(conditionSchema).min(1).max(10)])
    .optional()
    .describe("with level required: only for activities that meet these conditions; a list: any one of them is enough"),
  otherwise: z.enum(["recommended", "off"]).default("recommended").describe("the level for the other activities"),
  graceDays: z
    .number()
    .int()
    .min(0)
    .max(90)
    .default(0)
    .describe("days after the first failure in which a required rule only warns; never for what could not be seen"),
  settings: z.record(z.string(), z.unknown()).default({}).describe("thresholds of the check; see `preflight policy explain <check>`"),
  exceptions: z
    .strictObject({
      allowed: z.boolean().default(true),
      maxDays: z.number().int().min(1).max(366).optional().describe("shorter than the policy's maximum"),
      classes: z.array(informationClassIdSchema).min(1).optional().describe("an exception opens only work on these information classes"),
    })
    .default({ allowed: true }),
  source: z.string().max(500).optional().describe("where the threshold comes from"),
});
/** What the policy wants of one check. */
export type Rule = z.infer<typeof ruleSchema>;

const answerSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("checks"), checks: z.array(checkIdSchema).min(1) }),
  z.strictObject({ by: z.literal("app"), how: bilingualSchema }),
  z.strictObject({ by: z.literal("organisation"), how: bilingualSchema }),
]);

const absolutePath = z
  .string()
  .max(1000)
  .regex(/^(?:\/|[A-Za-z]:\\)[^\0\r\n]+$/);
/** Started as it is, without a shell. On Windows only a program (.exe): a script would bring its shell with it. */
const programSchema = z.strictObject({ program: absolutePath, arguments: z.array(z.string().max(1000)).max(16).default([]) });
const programsSchema = z
  .strictObject({
    windows: programSchema.extend({ program: absolutePath.regex(/\.exe$/i) }).optional(),
    macos: programSchema.optional(),
    linux: programSchema.optional(),
  })
  .describe("the program on each system, by its absolute path");
/** What "start" starts. It counts only in a managed policy. */
export const launchSchema = z.union([
  z.strictObject({
    url: z
      .string()
      .max(2000)
      .regex(/^https:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/),
  }),
  programsSchema,
]);

const companyAddress = z.union([z.ipv4(), z.ipv6()]);

export const policySchema = z.strictObject({
  schema: z.literal(policySchemaId),
  id,
  revision: z.number().int().min(1).max(1_000_000),
  issued: z.iso.date(),
  title: bilingualSchema,
  organisation: z.string().min(1).max(200).optional(),
  contacts: z
    .array(
      z.strictObject({
        id,
        for: z.enum(["helpdesk", "loss", "security"]),
        name: bilingualSchema,
        phone: z
          .string()
          .regex(/^[+0-9 ()-]{3,40}$/)
          .optional(),
        email: z.email().optional(),
        hours: bilingualSchema.optional(),
      }),
    )
    .max(20)
    .default([]),
  risks: z.record(z.enum(riskIds), z.strictObject({ title: bilingualSchema, scenario: bilingualSchema })),
  informationClasses: z.record(z.enum(informationClassIds), z.strictObject({ title: bilingualSchema, telework: z.enum(["allowed", "forbidden"]) })),
  methods: z.record(z.enum(methodIds), z.strictObject({ title: bilingualSchema, dataOnDevice: z.boolean(), environment: bilingualSchema })),
  measures: z
    .array(z.strictObject({ id, risk: riskIdSchema, group: groupSchema, title: bilingualSchema, answer: z.array(answerSchema).min(1) }))
    .min(1)
    .max(100),
  activities: z
    .array(
      z.strictObject({
        id,
        title: bilingualSchema,
        class: informationClassIdSchema,
        method: methodIdSchema,
        note: bilingualSchema.optional(),
        launch: launchSchema.optional().describe("an https address or a program that starts under a live clearance; only in a managed policy"),
      }),
    )
    .min(1)
    .max(50),
  rules: z.record(checkIdSchema, ruleSchema),
  conduct: z
    .array(z.strictObject({ id, title: bilingualSchema, text: bilingualSchema }))
    .max(50)
    .default([])
    .describe("rules in words that people read and accept, anew when the words change"),
  guardedApps: z
    .array(
      z.strictObject({
        id,
        title: bilingualSchema,
        activity: id.describe("the activity without whose clearance the program should not run"),
        programs: z.array(z.string().min(1).max(64)).min(1).max(16).describe("names of the program's file, on any system"),
        close: z.boolean().default(false).describe("end the program; false: tell the person and write it down"),
      }),
    )
    .max(32)
    .default([])
    .describe("programs that belong to an activity; only in a managed policy"),
  exceptions: z.strictObject({
    minReasonLength: z.number().int().min(20).max(500).default(20),
    maxDays: z.number().int().min(1).max(366),
    needApproval: z.boolean().default(true).describe("an approver or a ticket must be named"),
    mayCoverUnknown: z.boolean().default(true).describe("an exception may also cover what could not be checked"),
    approval: z
      .strictObject({
        by: z
          .array(z.enum(approvalWays))
          .min(1)
          .max(approvalWays.length)
          .default(["employee"])
          .describe("who accepts: the employee alone, the helpdesk by a signed approval, the helpdesk by a short code read out over the phone"),
        keys: z
          .array(z.strictObject({ id, name: z.string().min(1).max(200), key: z.string().regex(/^[A-Za-z0-9+/]{43}=$/) }))
          .max(16)
          .default([])
          .describe("public keys (Ed25519, 32 bytes in base64) of those who may sign approvals"),
        codesPerWeek: z.number().int().min(1).max(20).default(3).describe("short codes that this PC accepts in seven days"),
      })
      .default({ by: ["employee"], keys: [], codesPerWeek: 3 }),
  }),
  validity: z.strictObject({ minutes: z.number().int().min(1).max(1440).describe("how long a decision holds at most") }),
  desktop: z
    .strictObject({
      startAtLogin: z.enum(["person", "always", "never"]).default("person").describe("person: on at first, and the employee may switch it off"),
      blockScreen: z
        .enum(blockModes)
        .default("off")
        .describe("while the light is stop. window: the window stays in front with what helps. full: every display is covered"),
    })
    .default({ startAtLogin: "person", blockScreen: "off" }),
  session: z
    .strictObject({
      unlockMinutes: z
        .number()
        .int()
        .min(0)
        .max(1440)
        .default(15)
        .describe("a screen locked for longer than this ends the clearances; 0: any lock does"),
    })
    .default({ unlockMinutes: 15 }),
  network: z
    .strictObject({
      vpnClient: programsSchema.optional().describe("the company's VPN client, so that a finding can open it; only in a managed policy"),
      companyAddresses: z
        .array(companyAddress)
        .max(16)
        .default([])
        .describe("addresses inside the company; the app asks the kernel which way traffic to them would leave, and sends nothing"),
      vpnInterfaces: z
        .array(z.string().regex(/^[^*]{1,64}\*?$/))
        .max(32)
        .default([])
        .describe("names of the company VPN's network interfaces, for example wg-company; a * at the end stands for any ending"),
      vpnProducts: z
        .array(z.string().min(1).max(64))
        .max(16)
        .default([])
        .describe("products of the company VPN as `preflight facts vpn` names them, for PCs where the interface's name says nothing (macOS)"),
      office: z
        .array(
          z.strictObject({
            host: z.string().regex(/^[A-Za-z0-9._:-]{1,253}$/),
            port: z.number().int().min(1).max(65535).default(443),
            pins: z
              .array(z.string().regex(/^sha256-[A-Za-z0-9+/]{43}=$/))
              .min(1)
              .max(4)
              .describe("SHA-256 of the public key (SPKI) of its certificate"),
          }),
        )
        .max(8)
        .default([])
        .describe("servers that answer only inside the company; the app connects to them (TLS) to prove that this is the office network"),
      portalCheck: z
        .array(
          z.strictObject({
            url: z.string().regex(/^http:\/\/[A-Za-z0-9.-]{1,253}(:\d{1,5})?(\/[A-Za-z0-9._~/-]*)?$/),
            status: z.number().int().min(200).max(299).default(200),
            body: z.string().max(200).default("").describe("text that the answer must show; empty: the answer must be empty"),
          }),
        )
        .max(4)
        .default([])
        .describe("plain HTTP pages that the app may fetch to see whether a sign-in page stands in the way; empty: it sends nothing"),
    })
    .default({ companyAddresses: [], vpnInterfaces: [], vpnProducts: [], office: [], portalCheck: [] }),
});

/** A policy as data: thresholds, lists and texts. It can name no command, path or URL to run. */
export type Policy = z.infer<typeof policySchema>;
export type Activity = Policy["activities"][number];
export const policyOrigins = ["managed", "opened", "bundled"] as const;
export type PolicyOrigin = (typeof policyOrigins)[number];
