$status=Get-CimInstance -Namespace root/Microsoft/Windows/Defender -ClassName MSFT_MpComputerStatus -OperationTimeoutSec 3
$at=$status.AntivirusSignatureLastUpdated
@{
 mode=[string]$status.AMRunningMode
 enabled=$status.AntivirusEnabled
 realTime=$status.RealTimeProtectionEnabled
 outOfDate=$status.DefenderSignaturesOutOfDate
 age=[long]$status.AntivirusSignatureAge
 updatedAt=if($at -is [DateTime]){$at.ToUniversalTime().ToString('o')}else{$null}
}
