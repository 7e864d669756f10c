import { deviceBlocks } from "./deviceBlocks.ts";
import { networkBlocks } from "./networkBlocks.ts";
import { registryKeys } from "./registryKeys.ts";

/** The parts of the one PowerShell script: a name and its text (`blocks/<name>.ps1`). Each is caught on its own, so that a failure costs one block. */
export const powershellBlocks = { ...networkBlocks, ...deviceBlocks } as const satisfies Record<string, string>;
export type PowershellBlockId = keyof typeof powershellBlocks | "registry";

/** Values keep their kind, because a REG_SZ "1" and a REG_DWORD 1 are not the same; a key that is not there is null. */
const registryBlock = `$keys=@{${Object.entries(registryKeys)
  .map(([id, key]) => `'${id}'='${key.replace(/^HKLM/, "HKEY_LOCAL_MACHINE").replace(/^HKCU/, "HKEY_CURRENT_USER")}'`)
  .join(";")}}
$all=@{}
foreach($id in $keys.Keys){
 $all[$id]=try{
  $key=Get-Item -LiteralPath ('Registry::'+$keys[$id]) -ErrorAction Stop
  $values=@{}
  foreach($name in $key.GetValueNames()){
   $kind=[string]$key.GetValueKind($name)
   $value=$key.GetValue($name,$null,'DoNotExpandEnvironmentNames')
   if($kind -eq 'Binary'){$value=[BitConverter]::ToString($value)}
   elseif($kind -eq 'MultiString'){$value=@($value)}
   elseif($kind -ne 'String' -and $kind -ne 'ExpandString'){$value=[string]$value}
   $values[$name]=@{kind=$kind;value=$value}
  }
  @{values=$values;subkeys=@($key.GetSubKeyNames())}
 }catch [System.Management.Automation.ItemNotFoundException]{$null}catch{@{error=[string]$_.Exception.GetType().FullName}}
}
$all`;

/** Comments and the space at the beginning of lines go: a Windows command line holds 32,767 characters. */
function compact(block: string): string {
  return block
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .join("\n");
}

/**
 * The script: first the language mode, which also Constrained Language can print, then a line for each block as soon as it is known, so that a
 * script that is ended early has told what it knew. Only single quotes inside: Node puts the text between double ones.
 */
export const powershellScript = [
  "$ErrorActionPreference='Stop';$ProgressPreference='SilentlyContinue'",
  "'<<preflight-mode:'+$ExecutionContext.SessionState.LanguageMode+'>>'",
  "function Block($name,$body){try{$json=ConvertTo-Json -InputObject @{ok=$true;value=(& $body)} -Compress -Depth 8}catch{$e=$_.Exception;while($e.InnerException){$e=$e.InnerException};$json=ConvertTo-Json -InputObject @{ok=$false;type=$e.GetType().FullName;code=$e.HResult;message=[string]$e.Message} -Compress};[Console]::Out.WriteLine('<<preflight:'+$name+':'+[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json))+'>>')}",
  ...Object.entries({ registry: registryBlock, ...powershellBlocks }).map(([name, body]) => `Block '${name}' {\n${compact(body)}\n}`),
  // Not waiting for threads of a block that is still searching.
  "[Environment]::Exit(0)",
].join("\n");
