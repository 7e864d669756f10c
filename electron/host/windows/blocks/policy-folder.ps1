# Who owns the organisation's folder, what lies in it and what it lies in, and what each may do there: identifiers and numbers, never names.
# https://learn.microsoft.com/dotnet/api/system.security.accesscontrol.filesystemaccessrule
$data=[string](Get-Item -LiteralPath 'Registry::HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList').GetValue('ProgramData')
$sid=[Security.Principal.SecurityIdentifier]
$look={
 param($path)
 try{
  $attributes=[int][IO.File]::GetAttributes($path)
  $acl=if($attributes -band 16){[IO.Directory]::GetAccessControl($path)}else{[IO.File]::GetAccessControl($path)}
  @{path=$path;attributes=$attributes;owner=$acl.GetOwner($sid).Value;rules=@($acl.GetAccessRules($true,$true,$sid)|ForEach-Object{@{sid=$_.IdentityReference.Value;rights=[int]$_.FileSystemRights;deny=([int]$_.AccessControlType -eq 1);below=(([int]$_.PropagationFlags -band 2) -ne 0)}})}
 }catch{
  $e=$_.Exception
  while($e.InnerException){$e=$e.InnerException}
  @{path=$path;error=$e.GetType().FullName}
 }
}
$folder=[IO.Path]::Combine($data,'Preflight')
$inside=@()
try{$inside=@([IO.Directory]::GetFileSystemEntries($folder)|Select-Object -First 32)}catch{}
$above=@()
for($up=$data;$up;$up=[IO.Path]::GetDirectoryName($up)){$above+=$up}
@{folder=(& $look $folder);inside=@($inside|ForEach-Object{& $look $_});above=@($above|ForEach-Object{& $look $_})}
