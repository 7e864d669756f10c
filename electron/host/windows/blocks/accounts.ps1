# Claims hold the groups that are for denying only, as an administrator without elevation has them; Groups does not.
$me=[Security.Principal.WindowsIdentity]::GetCurrent()
$answer=@{
 administrator=(@($me.Claims|Where-Object{$_.Value -eq 'S-1-5-32-544'}).Count -gt 0)
 groups=@($me.Claims).Count
 local=$null
 minLength=$null
}
try{
 $users=@(Get-LocalUser)
 $answer.local=@($users|Where-Object{$_.SID.Value -match '-50[01]$'}|ForEach-Object{@{rid=[int]$_.SID.Value.Split('-')[-1];enabled=[bool]$_.Enabled}})
 $name=@($users|Where-Object{$_.SID.Value -match '-500$'})[0].Name
 $length=([ADSI]('WinNT://'+[Environment]::MachineName+'/'+$name+',user')).MinPasswordLength.Value
 if($null -ne $length){$answer.minLength=[int]$length}
}catch{}
$answer
