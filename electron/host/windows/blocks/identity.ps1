$bios=Get-CimInstance Win32_BIOS
$box=@(Get-CimInstance Win32_SystemEnclosure)[0]
$pc=Get-CimInstance Win32_ComputerSystem
@{
 serial=[string]$bios.SerialNumber
 assetTag=[string]$box.SMBIOSAssetTag
 chassis=@($box.ChassisTypes|ForEach-Object{[int]$_})
 manufacturer=[string]$pc.Manufacturer
 model=[string]$pc.Model
 hypervisor=[bool]$pc.HypervisorPresent
 domain=[bool]$pc.PartOfDomain
 batteries=@(Get-CimInstance Win32_Battery).Count
}
