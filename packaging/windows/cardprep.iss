; The Windows installer: for the user alone (no administrator), in Chinese and English.
; ISCC /DVersion=0.1.0 /DFrozen=build\frozen\cardprep /Odist packaging\windows\cardprep.iss
; Written on Linux; not yet run on Windows (docs/BUILDING.md says what was run where).

#ifndef Version
  #error Say which version: /DVersion=…
#endif
#ifndef Frozen
  #define Frozen "..\..\build\frozen\cardprep"
#endif

[Setup]
AppId={{6E3B0B7C-6C0F-4F0B-9C55-6C0B6B6E6A4D}
AppName={cm:ProgramName}
AppVersion={#Version}
AppVerName=cardprep {#Version}
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\cardprep
DefaultGroupName={cm:ProgramName}
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputBaseFilename=cardprep-{#Version}-setup
UninstallDisplayIcon={app}\cardprep.exe
UninstallDisplayName={cm:ProgramName}
LicenseFile=..\..\LICENSE
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ShowLanguageDialog=auto
CloseApplications=yes
RestartApplications=no

[Languages]
Name: "zh_CN"; MessagesFile: "compiler:Default.isl,zh_CN.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
zh_CN.ProgramName=制卡准备
en.ProgramName=cardprep
zh_CN.DesktopIcon=在桌面上放一个图标
en.DesktopIcon=Put an icon on the desktop
zh_CN.StartNow=现在打开制卡准备
en.StartNow=Open cardprep now

[Tasks]
Name: "desktop"; Description: "{cm:DesktopIcon}"

[InstallDelete]
; A newer version may hold fewer files; what the user made is never below {app}.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\licences"

[Files]
Source: "{#Frozen}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{cm:ProgramName}"; Filename: "{app}\cardprep.exe"
Name: "{autodesktop}\{cm:ProgramName}"; Filename: "{app}\cardprep.exe"; Tasks: desktop

[Run]
Filename: "{app}\cardprep.exe"; Description: "{cm:StartNow}"; Flags: nowait postinstall skipifsilent
