# Where Defender was taken out of Windows its classes are gone; any other failure says nothing.
try{$status=Get-CimInstance -Namespace root/Microsoft/Windows/Defender -ClassName MSFT_MpComputerStatus -OperationTimeoutSec 3}
catch{if('InvalidNamespace','InvalidClass' -contains [string]$_.Exception.NativeErrorCode){return @{installed=$false}};throw}
$at=$status.AntivirusSignatureLastUpdated
@{
 mode=[string]$status.AMRunningMode
 enabled=$status.AntivirusEnabled
 realTime=$status.RealTimeProtectionEnabled
 outOfDate=$status.DefenderSignaturesOutOfDate
 age=[long]$status.AntivirusSignatureAge
 updatedAt=if($at -is [DateTime]){$at.ToUniversalTime().ToString('o')}else{$null}
}
