# Drives without a partition of their own (cloud storage shown as a drive) hold nothing that could be encrypted here. `outer`: fixed drives on a disk
# that hangs on a cable; the words before the disk's number are in the language of the PC. A slot without a card is not asked: the shell would wait.
# https://learn.microsoft.com/windows/win32/cimwin32prov/win32-diskdrive
$real=$null
$outer=$null
try{
 $parts=@(Get-CimInstance Win32_LogicalDiskToPartition|ForEach-Object{@{drive=[string]$_.Dependent.DeviceID;disk=[string]$_.Antecedent.DeviceID}})
 $real=@($parts|ForEach-Object{$_.drive})
 $disks=@(Get-CimInstance Win32_DiskDrive|Where-Object{$_.InterfaceType -eq 'USB' -or $_.MediaType -match '^(External|Removable)'}|ForEach-Object{[int]$_.Index})
 $outer=@($parts|Where-Object{$_.disk -match '\d+' -and $disks -contains [int]$Matches[0]}|ForEach-Object{$_.drive})
}catch{}
$shell=New-Object -ComObject Shell.Application
$read={param($drive)$folder=$shell.NameSpace($drive.Name);@{drive=$drive.Name.Substring(0,2);protection=if($folder){$folder.Self.ExtendedProperty('System.Volume.BitLockerProtection')}else{$null}}}
$all=@([IO.DriveInfo]::GetDrives())
@{
 system=[Environment]::SystemDirectory.Substring(0,2)
 real=$real
 outer=$outer
 drives=@($all|Where-Object{[int]$_.DriveType -eq 3}|ForEach-Object{& $read $_})
 removable=@($all|Where-Object{[int]$_.DriveType -eq 2 -and $_.IsReady}|ForEach-Object{& $read $_})
}
