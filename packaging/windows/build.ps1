# Builds cardprep for Windows: the portable .zip and, where Inno Setup 6 is installed, the installer.
# Needs Python 3.11 from python.org. Written on Linux; not yet run on Windows (docs/BUILDING.md).
# In PowerShell, in the project's folder:   .\packaging\windows\build.ps1
$ErrorActionPreference = "Stop"
$root = Resolve-Path (Join-Path $PSScriptRoot "..\..")

$inno = @("${env:ProgramFiles(x86)}\Inno Setup 6", "$env:ProgramFiles\Inno Setup 6",
          "$env:LOCALAPPDATA\Programs\Inno Setup 6") |
    Where-Object { Test-Path (Join-Path $_ "ISCC.exe") } | Select-Object -First 1
if ($inno) { $env:PATH = "$inno;$env:PATH" }

py -3.11 (Join-Path $root "dev.py") package
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Get-ChildItem (Join-Path $root "dist")
