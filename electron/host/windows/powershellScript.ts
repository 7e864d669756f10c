import there from "./blocks/there.ps1?raw";
import { deviceBlocks, earlyBlocks } from "./deviceBlocks.ts";
import { networkBlocks } from "./networkBlocks.ts";
import { deepRegistryKeys, registryKeys, registryValues } from "./registryKeys.ts";

/** The parts of the one PowerShell script: a name and its text (`blocks/<name>.ps1`). Each is caught on its own, so that a failure costs one block. */
export const powershellBlocks = { ...earlyBlocks, ...networkBlocks, ...deviceBlocks } as const satisfies Record<string, string>;
export type PowershellBlockId = keyof typeof powershellBlocks | "registry";

const list = (names: readonly string[]) => `@(${names.map((name) => `'${name}'`).join(",")})`;
const table = (entries: Readonly<Record<string, string>>) =>
  `@{${Object.entries(entries)
    .map(([id, text]) => `'${id}'=${text}`)
    .join(";")}}`;

/**
 * Values keep their kind, because a REG_SZ "1" and a REG_DWORD 1 are not the same; a key that is not there is null. `below`: the values of the
 * keys below, by path; `missed`: how many of them could not be read.
 */
const registryBlock = `$keys=${table(Object.fromEntries(Object.entries(registryKeys).map(([id, key]) => [id, `'${key}'`])))}
$deep=${list(deepRegistryKeys)}
$only=${table(Object.fromEntries(Object.entries(registryValues).map(([id, names]) => [id, list(names)])))}
$read={
 param($key,$names)
 $values=@{}
 foreach($name in $key.GetValueNames()){
  if($names -and $names -notcontains $name){continue}
  $kind=[string]$key.GetValueKind($name)
  $value=$key.GetValue($name,$null,'DoNotExpandEnvironmentNames')
  if($kind -eq 'Binary'){$value=[BitConverter]::ToString($value)}
  elseif($kind -eq 'MultiString'){$value=@($value)}
  elseif($kind -ne 'String' -and $kind -ne 'ExpandString'){$value=[string]$value}
  $values[$name]=@{kind=$kind;value=$value}
 }
 $values
}
$all=@{}
foreach($id in $keys.Keys){
 $all[$id]=try{
  $path='Registry::'+($keys[$id] -replace '^HKLM','HKEY_LOCAL_MACHINE' -replace '^HKCU','HKEY_CURRENT_USER')
  $key=Get-Item -LiteralPath $path -ErrorAction Stop
  $answer=@{values=(& $read $key $only[$id]);subkeys=@($key.GetSubKeyNames())}
  if($deep -contains $id){
   $below=@{}
   $missed=@()
   foreach($sub in @(Get-ChildItem -LiteralPath $path -Recurse -ErrorAction SilentlyContinue -ErrorVariable missed)){
    $found=& $read $sub $only[$id]
    if($found.Count){$below[$sub.Name.Substring($key.Name.Length+1)]=$found}
   }
   $answer.below=$below
   $answer.missed=@($missed).Count
  }
  $answer
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
  compact(there),
  ...Object.entries({ ...earlyBlocks, registry: registryBlock, ...networkBlocks, ...deviceBlocks }).map(
    ([name, body]) => `Block '${name}' {\n${compact(body)}\n}`,
  ),
  // Not waiting for threads of a block that is still searching.
  "[Environment]::Exit(0)",
].join("\n");
