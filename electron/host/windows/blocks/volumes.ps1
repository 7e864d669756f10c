# Drives without a partition of their own (cloud storage shown as a drive) hold nothing that could be encrypted here.
$real=$null
try{$real=@(Get-CimInstance Win32_LogicalDiskToPartition|ForEach-Object{[string]$_.Dependent.DeviceID})}catch{}
$shell=New-Object -ComObject Shell.Application
@{
 system=[string]$env:SystemDrive
 real=$real
 drives=@(foreach($drive in [IO.DriveInfo]::GetDrives()){
  if([int]$drive.DriveType -ne 3){continue}
  $folder=$shell.NameSpace($drive.Name)
  @{drive=$drive.Name.Substring(0,2);protection=if($folder){$folder.Self.ExtendedProperty('System.Volume.BitLockerProtection')}else{$null}}
 })
}
