<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About cardprep</source>
        <translation>关于 cardprep</translation>
    </message>
    <message>
        <source>Prepares China E-Port card applications and checks the whole package before it is filed.</source>
        <translation>离线准备电子口岸制发卡申请，提交前把整套材料核对一遍。</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Rules: {title}, edition {edition}, valid from {date}</source>
        <translation>所依据的规则：{title}，{edition} 版，自 {date} 起适用</translation>
    </message>
    <message>
        <source>It works offline and sends nothing. It never makes a seal, a signature or handwriting, and never asks for a verification code. What it could only infer is marked “the online system decides”.</source>
        <translation>本程序离线运行，不发送任何信息；不制作公章、签名和手写内容，也不索要短信验证码。属于推断的内容均标有“以网上系统为准”。</translation>
    </message>
    <message>
        <source>Icons: Fluent System Icons (MIT). Fonts: Noto Sans SC (OFL).</source>
        <translation>图标：Fluent System Icons（MIT）。字体：Noto Sans SC（OFL）。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AcknowledgeDialog</name>
    <message>
        <source>Your reason, your name and the time go into the exported bundle and onto the checklist.</source>
        <translation>理由、姓名和时间会写入导出的申请包和核对单。</translation>
    </message>
    <message>
        <source>Confirm that this is correct</source>
        <translation>确认无误</translation>
    </message>
    <message>
        <source>For example: checked against the original, the name is written like this</source>
        <translation>例如：已与证件原件核对，姓名确为此写法</translation>
    </message>
    <message>
        <source>Why is it correct?</source>
        <translation>无误的理由</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>确认人姓名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Confirm as correct</source>
        <translation>确认无误</translation>
    </message>
</context>
<context>
    <name>AttestPanel</name>
    <message>
        <source>Yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>No</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Yes, in fresh ink</source>
        <translation>是，印泥盖的公章</translation>
    </message>
    <message>
        <source>No seal on it</source>
        <translation>没有公章</translation>
    </message>
    <message>
        <source>Another seal (contract, finance …)</source>
        <translation>其他章（合同章、财务章等）</translation>
    </message>
    <message>
        <source>Only a photocopied seal</source>
        <translation>公章是复印的</translation>
    </message>
    <message>
        <source>Yes, but in a foreign language</source>
        <translation>有，但用外文书写</translation>
    </message>
    <message>
        <source>Is the legal representative&apos;s personal seal (法人章) on the letter?</source>
        <translation>委托书上盖了法人章吗？</translation>
    </message>
    <message>
        <source>Did {who} sign the letter by hand?</source>
        <translation>委托书上有{who}的亲笔签名吗？</translation>
    </message>
    <message>
        <source>Did {who} write this sentence on it by hand?</source>
        <translation>上面有没有{who}手写的这句话？</translation>
    </message>
    <message>
        <source>Did {who} sign it by hand?</source>
        <translation>上面有没有{who}的亲笔签名？</translation>
    </message>
    <message>
        <source>Which date did {who} write beside the signature?</source>
        <translation>{who}签名旁手写的日期是哪一天？</translation>
    </message>
    <message>
        <source>Document valid until (may be left empty)</source>
        <translation>证件有效期至（可不填）</translation>
    </message>
    <message>
        <source>Is the seal of the translator, or the firm&apos;s official seal, on it?</source>
        <translation>上面有没有翻译专用章或申请单位公章？</translation>
    </message>
    <message>
        <source>Is the firm&apos;s official seal (公章) stamped on the letter?</source>
        <translation>委托书上盖了单位公章吗？</translation>
    </message>
    <message>
        <source>Is the firm&apos;s official seal (公章) stamped on this copy?</source>
        <translation>复印件上是否加盖了申请单位公章？</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>the legal representative</source>
        <translation>法定代表人（负责人）</translation>
    </message>
</context>
<context>
    <name>BackupsPanel</name>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>No second place</source>
        <translation>不设第二处</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Made every half hour if something changed, and at the end; each is opened once to verify it. They are encrypted like the library and open by the same passphrase or recovery sheet.</source>
        <translation>有改动时每半小时备份一次，退出时再备份一次，每份备份均打开核验。备份与资料库同样加密，用同一口令或恢复密钥单打开。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Check the library</source>
        <translation>检查资料库</translation>
    </message>
    <message>
        <source>Bring a backup back…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Second place: none. A disk that breaks or is stolen takes the library and its backups with it; choose a folder on a USB disk.</source>
        <translation>第二备份位置：未设置。硬盘损坏或失窃时，资料库与本机备份会一并丢失；请选择移动硬盘或 U 盘上的文件夹。</translation>
    </message>
    <message>
        <source>Second place: {place}</source>
        <translation>第二备份位置：{place}</translation>
    </message>
    <message>
        <source>Second place: {place} (not connected now; it follows when it is)</source>
        <translation>第二备份位置：{place}（目前未连接，连接后自动补做）</translation>
    </message>
    <message>
        <source>A second place for backups</source>
        <translation>选择第二备份位置</translation>
    </message>
    <message>
        <source>This folder is part of the library itself.</source>
        <translation>该文件夹属于资料库本身。</translation>
    </message>
    <message>
        <source>Choose a folder on another disk, for example a USB disk.</source>
        <translation>请选择其他磁盘（如移动硬盘、U 盘）上的文件夹。</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>second place</source>
        <translation>第二备份位置</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>尚无备份。</translation>
    </message>
    <message>
        <source>At “{place}”: {what}</source>
        <translation>“{place}”：{what}</translation>
    </message>
    <message numerus="yes">
        <source>The backup is made, but %n stored file(s) could not be read.</source>
        <translation>
            <numerusform>备份已完成，但有 %n 个存档文件无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Press “Check the library” to see how it stands.</source>
        <translation>请点击“检查资料库”查看具体情况。</translation>
    </message>
    <message>
        <source>The backup is made, and was opened to verify it.</source>
        <translation>备份已完成，并已打开核验。</translation>
    </message>
    <message numerus="yes">
        <source>All is as it was written. Stored files read: %n.</source>
        <translation>
            <numerusform>检查完毕，内容完好。已读取存档文件 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>The library&apos;s records are damaged.</source>
        <translation>资料库的记录已损坏。</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) are missing or damaged.</source>
        <translation>
            <numerusform>有 %n 个存档文件缺失或损坏。</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring a backup back, or attach these files again.</source>
        <translation>请恢复备份，或重新上传这些文件。</translation>
    </message>
</context>
<context>
    <name>CardsPanel</name>
    <message>
        <source>Cards, and what is done online</source>
        <translation>卡片数量与网上办理事项</translation>
    </message>
    <message>
        <source>Free: {legal} legal-person card(s), {operator} operator card(s). To buy: {buy}.</source>
        <translation>免费配发：法人卡 {legal} 张、操作员卡 {operator} 张；需自费购卡：{buy} 张。</translation>
    </message>
</context>
<context>
    <name>CaseDesk</name>
    <message>
        <source>application</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>The application was copied to {folder}; nothing in it is encrypted.</source>
        <translation>申请已复制到 {folder}，其中内容未加密。</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Next open item</source>
        <translation>下一个待处理项</translation>
    </message>
    <message>
        <source>Previous open item</source>
        <translation>上一个待处理项</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步骤</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步骤</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>修改记录…</translation>
    </message>
    <message>
        <source>Save as case folder…</source>
        <translation>另存为申请文件夹…</translation>
    </message>
    <message>
        <source>What is open</source>
        <translation>待处理事项</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>待处理 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Firm without a name yet</source>
        <translation>（单位名称未填写）</translation>
    </message>
</context>
<context>
    <name>CollectionForm</name>
    <message>
        <source>At the counter</source>
        <translation>柜台取卡</translation>
    </message>
    <message>
        <source>At one of the issuing outlets (制卡网点).</source>
        <translation>到制卡网点柜台领取，网点任选其一。</translation>
    </message>
    <message>
        <source>By mail</source>
        <translation>邮寄取卡</translation>
    </message>
    <message>
        <source>Needs the mail-delegation letter with the firm&apos;s seal.</source>
        <translation>需要加盖公章的“邮寄业务委托书”。</translation>
    </message>
    <message>
        <source>Issuing outlet (取卡网点)</source>
        <translation>取卡网点</translation>
    </message>
    <message>
        <source>Recipient at the firm</source>
        <translation>企业收件人</translation>
    </message>
    <message>
        <source>Recipient&apos;s mobile number</source>
        <translation>收件人手机号码</translation>
    </message>
    <message>
        <source>11 digits</source>
        <translation>11 位数字</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>收件地址</translation>
    </message>
    <message>
        <source>Use the registered address</source>
        <translation>使用营业执照注册地址</translation>
    </message>
    <message>
        <source>Go to the mail-delegation letter</source>
        <translation>去上传“邮寄业务委托书”</translation>
    </message>
    <message>
        <source>This is not the registered address: the letter also needs the legal representative&apos;s signature and personal seal (法人章).</source>
        <translation>收件地址不是营业执照注册地址：委托书还需法人签字并加盖法人章。</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New application</source>
        <translation>新建申请</translation>
    </message>
    <message>
        <source>Take in…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘操作</translation>
    </message>
    <message>
        <source>About cardprep</source>
        <translation>关于 cardprep</translation>
    </message>
    <message>
        <source>Library…</source>
        <translation>资料库…</translation>
    </message>
    <message>
        <source>Lock the library</source>
        <translation>锁定资料库</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>The library has this application of {firm} in another form. Choose for each place what is to stand in the library. It is one step, which can be undone.</source>
        <translation>资料库中已有{firm}的这份申请单，内容有所不同。请逐项选择资料库中保留哪一项；合并为一步操作，可以撤销。</translation>
    </message>
    <message>
        <source>Compare with the library</source>
        <translation>与资料库比较</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Take everything over</source>
        <translation>全部采用</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>资料库中</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take in as a new application</source>
        <translation>作为新申请单导入</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>共 %n 处不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n over</source>
        <translation>
            <numerusform>采用 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Open it as it is in the library</source>
        <translation>打开资料库中的申请单（不改动）</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>Present library</source>
        <translation>现有资料库</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Firms</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>最后保存</translation>
    </message>
    <message>
        <source>The present library cannot be read; its file is kept aside.</source>
        <translation>现有资料库无法读取，其文件将另行保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) would be gone from the library.</source>
        <translation>
            <numerusform>恢复后，资料库中将少 %n 份申请。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) would stand as they stood at the time of the backup.</source>
        <translation>
            <numerusform>恢复后，有 %n 份申请将回到备份时的内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) would come back.</source>
        <translation>
            <numerusform>恢复后，将找回 %n 份申请。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) are in neither place.</source>
        <translation>
            <numerusform>有 %n 个存档文件在两处均未找到。</numerusform>
        </translation>
    </message>
    <message>
        <source>The two hold the same applications.</source>
        <translation>两者的申请完全相同。</translation>
    </message>
    <message>
        <source>The present library is backed up first, so this can be taken back.</source>
        <translation>恢复前先备份现有资料库，因此可以再恢复回来。</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>such as 2026-11-20</source>
        <translation>如 2026-11-20</translation>
    </message>
    <message>
        <source>“{text}” is no date. Write year, month and day, such as 2026-11-20.</source>
        <translation>“{text}”不是日期，请按年、月、日填写，如 2026-11-20。</translation>
    </message>
</context>
<context>
    <name>Declaration</name>
    <message>
        <source>Declaration of the applicant</source>
        <translation>申请单位声明</translation>
    </message>
    <message>
        <source>What is entered and attached is true and complete, and agrees in everything with the unit&apos;s qualification material and the identity papers. (The online system&apos;s own wording decides.)</source>
        <translation>所填写的信息和上传的附件真实、完整，与市场主体资格证明材料及个人身份证明材料所载信息完全一致。（声明原文以网上系统为准）</translation>
    </message>
    <message>
        <source>We have checked everything and declare this</source>
        <translation>已全部核对，作出上述声明</translation>
    </message>
    <message>
        <source>Any later change takes the tick away, so that nothing is declared unseen.</source>
        <translation>此后如再修改任何内容，勾选会自动取消，核对后请重新勾选。</translation>
    </message>
    <message>
        <source>Something was changed: please check once more, then tick again.</source>
        <translation>信息有改动，请重新核对并勾选</translation>
    </message>
</context>
<context>
    <name>DifferenceRow</name>
    <message>
        <source>In the library</source>
        <translation>资料库中</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
</context>
<context>
    <name>DraftStrip</name>
    <message>
        <source>Merged: {file} …</source>
        <translation>合并：{file} 等</translation>
    </message>
    <message>
        <source>{file}, part {number}</source>
        <translation>{file}（第 {number} 份）</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>jpg, jpeg, png or pdf, each at most {size}; several at once are fine</source>
        <translation>支持 jpg、jpeg、png、pdf，单个文件不超过 {size}，可一次选择多个文件</translation>
    </message>
    <message>
        <source>Choose files …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose files for {slot}</source>
        <translation>为“{slot}”选择文件</translation>
    </message>
    <message>
        <source>Paste (Ctrl+V)</source>
        <translation>粘贴（Ctrl+V）</translation>
    </message>
    <message>
        <source>Paste into {slot}</source>
        <translation>粘贴到“{slot}”</translation>
    </message>
    <message>
        <source>Drag files here</source>
        <translation>把文件拖到这里</translation>
    </message>
    <message>
        <source>Drag further files here</source>
        <translation>可以继续拖入文件</translation>
    </message>
    <message numerus="yes">
        <source>Copying %n file(s) …</source>
        <translation>
            <numerusform>正在复制 %n 个文件…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>(nothing yet)</source>
        <translation>（未填写）</translation>
    </message>
    <message>
        <source>Go to this field</source>
        <translation>转到该项</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Put it into this folder</source>
        <translation>导出到此文件夹</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export as a draft</source>
        <translation>导出草稿</translation>
    </message>
    <message>
        <source>Every page is marked as a draft. It is for looking at, not for filing.</source>
        <translation>每一页都标有“草稿”字样，仅供查看，不得提交。</translation>
    </message>
    <message>
        <source>The files are checked once more, copied with the names to upload them by, and verified.</source>
        <translation>再次校验全部文件，按上传所需的名称复制，并核对导出结果。</translation>
    </message>
    <message>
        <source>Writing and verifying…</source>
        <translation>正在写入并校验…</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export as a draft…</source>
        <translation>导出草稿…</translation>
    </message>
    <message>
        <source>Show what is open</source>
        <translation>查看待处理事项</translation>
    </message>
    <message>
        <source>Everything is complete. The exported folder holds what is to be filed online.</source>
        <translation>全部齐备，可以导出。导出的申请包即为网上提交所需的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) still open. Until then it can be exported as a draft only.</source>
        <translation>
            <numerusform>还有 %n 项待处理，目前只能导出草稿。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still being looked at.</source>
        <translation>
            <numerusform>正在检查 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>The draft is exported. It must not be filed.</source>
        <translation>草稿已导出，不得提交。</translation>
    </message>
    <message>
        <source>Exported and verified.</source>
        <translation>已导出，并已校验无误。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Print checklist</source>
        <translation>打印核对单</translation>
    </message>
    <message>
        <source>Print letter</source>
        <translation>打印委托书</translation>
    </message>
    <message>
        <source>Start another</source>
        <translation>办理下一份</translation>
    </message>
    <message>
        <source>This system has no program to open a folder. Open it yourself in the file manager: {path}</source>
        <translation>本系统没有可以打开文件夹的程序，请自行在文件管理器中打开：{path}</translation>
    </message>
    <message>
        <source>This system has no program to open the file. Open and print it yourself: {path}</source>
        <translation>本系统没有可以打开该文件的程序，请自行打开并打印：{path}</translation>
    </message>
    <message>
        <source>No font has these characters; on paper they stand as codes: {codes}</source>
        <translation>以下字符没有可用字体，打印件上以代码表示：{codes}</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Check online</source>
        <translation>以网上系统为准</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>This material is in a foreign language</source>
        <translation>这份材料是外文材料</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>查看大图</translation>
    </message>
    <message>
        <source>Turn clockwise</source>
        <translation>顺时针旋转</translation>
    </message>
    <message>
        <source>Prepare …</source>
        <translation>处理…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Restore the original</source>
        <translation>恢复原件</translation>
    </message>
    <message>
        <source>Replace …</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Enter: full size · R: turn · Delete: remove</source>
        <translation>回车：查看大图 · R：旋转 · Delete：移除</translation>
    </message>
    <message>
        <source>Not looked into</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Looking into the file …</source>
        <translation>正在检查文件…</translation>
    </message>
    <message>
        <source>Empty file</source>
        <translation>空文件</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture of {file}</source>
        <translation>{file} 的缩略图</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Applications</source>
        <translation>申请单</translation>
    </message>
    <message>
        <source>Firms</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>重新显示全部</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search: name, pinyin initials, code, last digits  (Ctrl+F)</source>
        <translation>搜索：名称、拼音首字母、代码、号码后几位（Ctrl+F）</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Something open</source>
        <translation>尚有未完成项</translation>
    </message>
    <message numerus="yes">
        <source>Due within %n day(s)</source>
        <translation>
            <numerusform>%n 天内到期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Must be completed</source>
        <translation>须改正</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>需确认</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Still open</source>
        <translation>待处理事项</translation>
    </message>
    <message>
        <source>F8 goes to the next one</source>
        <translation>按 F8 转到下一项</translation>
    </message>
    <message numerus="yes">
        <source>%n to complete</source>
        <translation>
            <numerusform>须改正 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to confirm</source>
        <translation>
            <numerusform>需确认 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is open. You can export now.</source>
        <translation>没有待处理事项，可以导出。</translation>
    </message>
</context>
<context>
    <name>FirmDialog</name>
    <message>
        <source>This is filled into the next application of the firm. Applications that exist are not changed.</source>
        <translation>以下内容自动填入该企业的下一份申请，已有申请不受影响。</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>The firm</source>
        <translation>单位信息</translation>
    </message>
    <message>
        <source>Legal representative or person in charge</source>
        <translation>法定代表人/负责人</translation>
    </message>
    <message>
        <source>Usual way of collection</source>
        <translation>常用取卡方式</translation>
    </message>
</context>
<context>
    <name>FirmTables</name>
    <message>
        <source>Firms in Excel</source>
        <translation>单位 Excel</translation>
    </message>
    <message>
        <source>Save the firms that the search finds…</source>
        <translation>导出查询到的单位…</translation>
    </message>
    <message>
        <source>Firms (template)</source>
        <translation>单位导入模板</translation>
    </message>
    <message>
        <source>Firms</source>
        <translation>单位</translation>
    </message>
    <message numerus="yes">
        <source>%n firm(s) added.</source>
        <translation>
            <numerusform>已新增 %n 个单位。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known firm(s) filled in where something was blank.</source>
        <translation>
            <numerusform>%n 个已有单位的空白项已补充。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known firm(s) unchanged.</source>
        <translation>
            <numerusform>%n 个已有单位没有变化。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Nothing to paste: select rows in Excel or WPS and copy them first.</source>
        <translation>没有可粘贴的内容：请先在 Excel 或 WPS 中选中并复制需要的行。</translation>
    </message>
    <message>
        <source>The template was saved: {file}</source>
        <translation>模板已保存：{file}</translation>
    </message>
    <message>
        <source>Saved: {file}. It is not encrypted: delete it as soon as it is not needed.</source>
        <translation>已保存：{file}。该文件未加密，用完请及时删除。</translation>
    </message>
</context>
<context>
    <name>FirmsFromTable</name>
    <message>
        <source>Firms from a list</source>
        <translation>从表格导入单位</translation>
    </message>
    <message>
        <source>Rows without faults are ticked. A firm that is there already gets what is blank filled in if you tick it; nothing is overwritten.</source>
        <translation>没有问题的行已勾选。已有的单位勾选后只补充空白项，不覆盖已有内容。</translation>
    </message>
    <message>
        <source>The firms are being added …</source>
        <translation>正在导入单位……</translation>
    </message>
    <message numerus="yes">
        <source>Add %n firm(s)</source>
        <translation>
            <numerusform>导入 %n 个单位</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Everything goes into one encrypted file, with the originals. It opens with its passphrase alone.</source>
        <translation>全部内容连同原件写入一个加密文件，只有凭口令才能打开。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Progress of the hand-over</source>
        <translation>交接进度</translation>
    </message>
    <message>
        <source>Encrypting and writing…</source>
        <translation>正在加密并写入…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>生成文件</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s), {size}</source>
        <translation>
            <numerusform>%n 份申请单，{size}</numerusform>
        </translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>new entrant</source>
        <translation>新入网企业</translation>
    </message>
    <message>
        <source>additional operators</source>
        <translation>新增操作员卡</translation>
    </message>
    <message>
        <source>Firm without a name yet</source>
        <translation>企业名称未填写</translation>
    </message>
    <message>
        <source>kind not chosen</source>
        <translation>未选择类型</translation>
    </message>
    <message>
        <source>{firm} ({kind}), operators: {operators}, files: {files}</source>
        <translation>{firm}（{kind}），操作员 {operators} 名，文件 {files} 个</translation>
    </message>
    <message>
        <source>Put it into this folder</source>
        <translation>存放到此文件夹</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Passphrase (may be replaced by one of your own)</source>
        <translation>口令（可以改为自定的口令）</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Tell it on the telephone or in person, never in the message that brings the file.</source>
        <translation>请通过电话或当面告知，切勿与文件一起发送。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Send the file. Tell the receiver by another way: the passphrase above, and that cardprep opens the file by “Take in…” or by dropping it on the window. Without the passphrase nobody can open it, and it is kept nowhere.</source>
        <translation>请发送该文件，并通过其他方式告知接收人：上面的口令；文件可在 cardprep 中用“导入”打开，也可拖入窗口打开。没有口令任何人都无法打开，程序也不保存口令。</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已生成：{path}</translation>
    </message>
</context>
<context>
    <name>HandlerForm</name>
    <message>
        <source>Taken over from that screen; later changes there are followed here.</source>
        <translation>信息直接取自对应页面，之后在那里修改，这里同步更新。</translation>
    </message>
    <message>
        <source>not entered yet</source>
        <translation>尚未录入</translation>
    </message>
    <message>
        <source>Legal representative: {name}</source>
        <translation>法定代表人：{name}</translation>
    </message>
    <message>
        <source>Operator {number}: {name}</source>
        <translation>操作员 {number}：{name}</translation>
    </message>
    <message>
        <source>His or her data and identity material are entered below.</source>
        <translation>在下方录入信息并上传证明材料。</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>其他人员</translation>
    </message>
    <message>
        <source>Receives the SMS code online. May be another number than above; left empty, that one is used.</source>
        <translation>网上提交时用来接收短信验证码，可以与上面的号码不同；不填则使用上面的号码。</translation>
    </message>
    <message>
        <source>Mobile number of the handler</source>
        <translation>经办人移动电话</translation>
    </message>
</context>
<context>
    <name>HandlerPage</name>
    <message>
        <source>Handler</source>
        <translation>经办人信息</translation>
    </message>
    <message>
        <source>Who files the application, and how the cards are collected.</source>
        <translation>指定经办人，选择取卡方式并填写备注。</translation>
    </message>
    <message>
        <source>For the legal representative or an operator nothing has to be typed or uploaded again.</source>
        <translation>指定法定代表人或本申请单中的操作员为经办人的，无须重复填写信息和上传证明材料。</translation>
    </message>
    <message>
        <source>Who handles the application?</source>
        <translation>由谁办理？</translation>
    </message>
    <message>
        <source>How are the cards collected?</source>
        <translation>如何取卡？</translation>
    </message>
    <message>
        <source>Identity material of the handler</source>
        <translation>经办人身份证明材料</translation>
    </message>
    <message>
        <source>A copy with the firm&apos;s official seal in fresh ink. In a blank part of it the handler writes the sentence by hand, signs and dates it.</source>
        <translation>复印件，加盖申请单位公章（印泥），由经办人本人在空白处手写签注、签名并写明日期。</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of the application</source>
        <translation>申请的修改记录</translation>
    </message>
    <message>
        <source>The whole of this change</source>
        <translation>本次修改的全部内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Return to this state</source>
        <translation>恢复到此状态</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Every change that was saved. You can return to any state; “Undo” takes that back.</source>
        <translation>以下为已保存的每次修改。可恢复到任一状态，恢复后可用“撤销”取消。</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>修改前 → 修改后</translation>
    </message>
</context>
<context>
    <name>HomeNotes</name>
    <message>
        <source>The recovery sheet is not saved yet.</source>
        <translation>尚未保存恢复密钥单。</translation>
    </message>
    <message>
        <source>It is the only way into the library when the passphrase is forgotten or this computer is lost.</source>
        <translation>忘记口令或电脑丢失时，只有凭恢复密钥单才能打开资料库。</translation>
    </message>
    <message>
        <source>Save it now…</source>
        <translation>立即保存…</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) need no longer be kept and may be erased.</source>
        <translation>
            <numerusform>有 %n 份申请已过保存期限，可以彻底删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is erased unless you say so.</source>
        <translation>未经确认，不会删除任何内容。</translation>
    </message>
    <message>
        <source>Look at them…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>All backups lie on this computer alone.</source>
        <translation>所有备份均只在本机。</translation>
    </message>
    <message>
        <source>A folder on a USB disk as a second place saves them when this disk breaks.</source>
        <translation>请以移动硬盘或 U 盘上的文件夹作为第二备份位置，以防本机硬盘损坏。</translation>
    </message>
    <message>
        <source>Choose one…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>Some firms are in the library twice, with the same credit code.</source>
        <translation>有企业重复登记（统一社会信用代码相同）。</translation>
    </message>
    <message>
        <source>Some people are in the library twice, with the same document.</source>
        <translation>有人员重复登记（证件号码相同）。</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
</context>
<context>
    <name>InheritedPerson</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>not entered yet</source>
        <translation>尚未录入</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>Who can open it</source>
        <translation>打开方式</translation>
    </message>
    <message>
        <source>Save a new recovery sheet…</source>
        <translation>保存新的恢复密钥单…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>设置口令…</translation>
    </message>
    <message>
        <source>Passphrase: set.</source>
        <translation>口令：已设置。</translation>
    </message>
    <message>
        <source>Passphrase: none yet.</source>
        <translation>口令：尚未设置。</translation>
    </message>
    <message>
        <source>Recovery sheet: saved from this computer. Keep the printed sheet with your valuables.</source>
        <translation>恢复密钥单：已在本机保存。请将打印件与贵重物品一并保管。</translation>
    </message>
    <message>
        <source>Recovery sheet: not saved yet. It is the only way in when the passphrase or this computer is lost.</source>
        <translation>恢复密钥单：尚未保存。忘记口令或电脑丢失时，只有凭此单才能打开资料库。</translation>
    </message>
    <message>
        <source>Open without asking, by this computer&apos;s keyring</source>
        <translation>凭本机密钥环自动打开，不再询问</translation>
    </message>
    <message>
        <source>Convenient, and never the only way in: whoever is logged in to your account can open it. It can be switched off once there is a passphrase.</source>
        <translation>使用方便，但不得作为唯一的打开方式：登录您账户的人均可打开。设置口令后可关闭此项。</translation>
    </message>
    <message>
        <source>This computer has no keyring that could keep the key.</source>
        <translation>本机没有可保存密钥的密钥环。</translation>
    </message>
    <message>
        <source>Lock when nobody touches keyboard or mouse for</source>
        <translation>键盘、鼠标无操作多久后自动锁定</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
</context>
<context>
    <name>KindButton</name>
    <message>
        <source>Kind of application</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <source>New entrant</source>
        <translation>新入网企业</translation>
    </message>
    <message>
        <source>Additional operators</source>
        <translation>新增操作员卡（增办）</translation>
    </message>
    <message>
        <source>Choose the kind of application</source>
        <translation>请选择业务类型</translation>
    </message>
</context>
<context>
    <name>KnownPeopleDialog</name>
    <message>
        <source>What is known of them and their identity papers are taken over. The annotation on each paper was for another application: a new one must be written, sealed, signed and dated.</source>
        <translation>带入已有的人员信息和身份证明材料。原件上的签注只对原申请单有效，须重新手写签注、加盖公章、签名并注明日期。</translation>
    </message>
    <message>
        <source>Known person</source>
        <translation>选择已有人员</translation>
    </message>
    <message>
        <source>Known people</source>
        <translation>选择已有人员</translation>
    </message>
    <message>
        <source>Who is in this application already is not listed.</source>
        <translation>本申请单中已有的人员不再列出。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>带入</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号码</translation>
    </message>
    <message numerus="yes">
        <source>At most %n person(s) can be taken over here.</source>
        <translation>
            <numerusform>此处最多可带入 %n 人。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: no identity paper is kept.</source>
        <translation>{name}：没有留存的身份证明材料。</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n identity paper(s) come along; their annotation must be new.</source>
        <translation>
            <numerusform>{name}：带入身份证明材料 %n 份，须重新签注。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n identity paper(s), annotated {date}; the annotation must be new.</source>
        <translation>
            <numerusform>{name}：带入身份证明材料 %n 份，原签注日期 {date}，须重新签注。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Save in a new folder</source>
        <translation>保存到新文件夹</translation>
    </message>
</context>
<context>
    <name>LegalPage</name>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>The legal-person card data entered here serve to verify the identity of the applicant firm.</source>
        <translation>此处录入的法人卡信息用途为申请单位身份信息核验。</translation>
    </message>
    <message>
        <source>Legal representative or person in charge</source>
        <translation>法定代表人（负责人）信息</translation>
    </message>
    <message>
        <source>Known person…</source>
        <translation>选择已有人员…</translation>
    </message>
    <message>
        <source>Identity material of the legal representative</source>
        <translation>法定代表人身份证明材料</translation>
    </message>
    <message>
        <source>A copy with the firm&apos;s official seal in fresh ink. In a blank part of it the legal representative writes the sentence by hand, signs and dates it.</source>
        <translation>复印件，加盖申请单位公章（印泥），由法定代表人（负责人）本人在空白处手写签注、签名并写明日期。</translation>
    </message>
</context>
<context>
    <name>LetterPrinter</name>
    <message>
        <source>Print the letter</source>
        <translation>打印委托书</translation>
    </message>
    <message>
        <source>Fill in recipient, mobile number and delivery address first.</source>
        <translation>请先填写企业收件人、收件人手机号码和收件地址。</translation>
    </message>
    <message>
        <source>The letter is being written …</source>
        <translation>正在生成委托书…</translation>
    </message>
    <message>
        <source>The letter is open in another window: print it, have it sealed, scan it.</source>
        <translation>委托书已在另一窗口打开：请打印、盖章后扫描。</translation>
    </message>
    <message>
        <source>The letter is written. This computer could not show it; open it yourself: {path}</source>
        <translation>委托书已生成，但本机没有可以打开它的程序，请自行打开：{path}</translation>
    </message>
</context>
<context>
    <name>LibraryDialog</name>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>文件夹：{folder}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LibraryOffice</name>
    <message>
        <source>A folder for the library</source>
        <translation>选择资料库文件夹</translation>
    </message>
    <message>
        <source>Library…</source>
        <translation>资料库…</translation>
    </message>
    <message>
        <source>At “{place}”: {what}</source>
        <translation>“{place}”：{what}</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Applications</source>
        <translation>申请单</translation>
    </message>
    <message>
        <source>Firms</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s)</source>
        <translation>
            <numerusform>共 %n 份申请单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) archived.</source>
        <translation>
            <numerusform>已归档 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) put back.</source>
        <translation>
            <numerusform>已恢复 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>cardprep – E-Port card applications</source>
        <translation>cardprep 电子口岸制发卡申请</translation>
    </message>
</context>
<context>
    <name>MappingHeader</name>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Column {letter}</source>
        <translation>{letter} 列</translation>
    </message>
    <message>
        <source>Column for “{field}”</source>
        <translation>“{field}”对应的列</translation>
    </message>
</context>
<context>
    <name>MarkCanvas</name>
    <message>
        <source>Upper left corner</source>
        <translation>左上角</translation>
    </message>
    <message>
        <source>Upper right corner</source>
        <translation>右上角</translation>
    </message>
    <message>
        <source>Lower right corner</source>
        <translation>右下角</translation>
    </message>
    <message>
        <source>Lower left corner</source>
        <translation>左下角</translation>
    </message>
    <message>
        <source>{corner}: {across} from the left, {down} from the top</source>
        <translation>{corner}：距左边 {across}，距上边 {down}</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Merge the two</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>The same record twice</source>
        <translation>重复记录</translation>
    </message>
    <message>
        <source>The one that you keep gets what it lacks from the other, and everything that hangs on it. The other goes to “Deleted”.</source>
        <translation>保留的记录将补入另一条记录中的缺项，并接收其全部关联内容；另一条移入“已删除”。</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>保留此条</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <source>Merged. Here are the next two.</source>
        <translation>已合并。以下为下一组重复记录。</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>To correct</source>
        <translation>须改正</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Confirmed as correct</source>
        <translation>已确认无误</translation>
    </message>
</context>
<context>
    <name>NewApplicationDialog</name>
    <message>
        <source>Choose the firm: what is known of it is filled in. Or begin with an empty form.</source>
        <translation>请选择单位，已有的信息会自动填入；也可以从空白表单开始。</translation>
    </message>
    <message>
        <source>New application</source>
        <translation>新建申请单</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Another firm (empty form)</source>
        <translation>其他单位（空白表单）</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>New entrant</source>
        <translation>新入网企业</translation>
    </message>
    <message>
        <source>Additional operators</source>
        <translation>新增操作员卡（增办）</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此提示</translation>
    </message>
</context>
<context>
    <name>OpenSealedDialog</name>
    <message>
        <source>“{file}” is encrypted. Type the passphrase that its sender told you; nothing is written into the library before all of it has been verified.</source>
        <translation>“{file}”已加密。请输入发送人告知的口令；全部内容核验无误之前，不会写入资料库。</translation>
    </message>
    <message>
        <source>Open a hand-over file</source>
        <translation>打开交接文件</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>Opening and verifying…</source>
        <translation>正在打开并核验…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Application: case.json, bundle (*.zip) or hand-over file (*.cardprep)</source>
        <translation>申请单：case.json、申请包（*.zip）或交接文件（*.cardprep）</translation>
    </message>
    <message>
        <source>Take in a case or bundle</source>
        <translation>导入申请文件夹或申请包</translation>
    </message>
</context>
<context>
    <name>OperatorForm</name>
    <message>
        <source>Operator {number}</source>
        <translation>操作员 {number}</translation>
    </message>
    <message>
        <source>Identity material of the operator</source>
        <translation>操作员身份证明材料</translation>
    </message>
    <message>
        <source>A copy with the firm&apos;s official seal in fresh ink. In a blank part of it the operator writes the sentence by hand, signs and dates it.</source>
        <translation>复印件，加盖申请单位公章（印泥），由操作员本人在空白处手写签注、签名并写明日期。</translation>
    </message>
    <message>
        <source>Confirm entry</source>
        <translation>确定录入</translation>
    </message>
    <message>
        <source>Save as draft</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Not confirmed yet: %n thing(s) to correct first. They are marked above.</source>
        <translation>
            <numerusform>还不能确定录入：请先改正上面标出的 %n 处问题。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorTables</name>
    <message>
        <source>From Excel…</source>
        <translation>从 Excel 导入…</translation>
    </message>
    <message>
        <source>Save the operators as Excel…</source>
        <translation>将操作员导出为 Excel…</translation>
    </message>
    <message>
        <source>Operators (template)</source>
        <translation>操作员导入模板</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Nothing to paste: select rows in Excel or WPS and copy them first.</source>
        <translation>没有可粘贴的内容：请先在 Excel 或 WPS 中选中并复制需要的行。</translation>
    </message>
    <message>
        <source>The template was saved: {file}</source>
        <translation>模板已保存：{file}</translation>
    </message>
    <message>
        <source>Saved: {file}. It is not encrypted: delete it as soon as it is not needed.</source>
        <translation>已保存：{file}。该文件未加密，用完请及时删除。</translation>
    </message>
</context>
<context>
    <name>OperatorsFromTable</name>
    <message>
        <source>Operators from a list</source>
        <translation>从表格导入操作员</translation>
    </message>
    <message>
        <source>Rows without faults are ticked. Everybody becomes a draft: the files are still to come.</source>
        <translation>没有问题的行已勾选。导入后均为暂存状态，仍需上传材料并确认。</translation>
    </message>
    <message numerus="yes">
        <source>Add %n operator(s)</source>
        <translation>
            <numerusform>导入 %n 名操作员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One application takes at most {most} operators and has {there}: %n row(s) too many. Put them into a further application.</source>
        <translation>
            <numerusform>每份申请单最多 {most} 名操作员，现有 {there} 名，表格多出 %n 行。多出的人员请另行申请。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorsModel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>暂存</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>OperatorsPage</name>
    <message>
        <source>Operators</source>
        <translation>操作员信息</translation>
    </message>
    <message>
        <source>Each operator gets one operator card. Drafts cannot be submitted: confirm each entry.</source>
        <translation>每个操作员仅可办理 1 个操作员卡。“暂存”状态不能提交，请逐条“确定录入”。</translation>
    </message>
    <message>
        <source>Nobody has been entered yet.</source>
        <translation>还没有录入操作员。</translation>
    </message>
    <message>
        <source>Operator {number}</source>
        <translation>操作员 {number}</translation>
    </message>
    <message>
        <source>{who} was deleted.</source>
        <translation>已删除{who}。</translation>
    </message>
    <message numerus="yes">
        <source>%n operator(s) were added as drafts.</source>
        <translation>
            <numerusform>已导入 %n 名操作员，状态为暂存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Operators of this application</source>
        <translation>本申请单的操作员</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新增录入</translation>
    </message>
    <message>
        <source>Known people…</source>
        <translation>选择已有人员…</translation>
    </message>
    <message numerus="yes">
        <source>%n known person(s) were taken over as drafts.</source>
        <translation>
            <numerusform>已带入 %n 名人员，状态为暂存。</numerusform>
        </translation>
    </message>
    <message>
        <source>{who} is confirmed.</source>
        <translation>{who} 已确认。</translation>
    </message>
    <message>
        <source>{who} is saved as a draft.</source>
        <translation>{who} 已暂存。</translation>
    </message>
    <message>
        <source>The new entry was discarded.</source>
        <translation>已放弃本次新增。</translation>
    </message>
    <message>
        <source>The changes were discarded.</source>
        <translation>已放弃本次修改。</translation>
    </message>
    <message numerus="yes">
        <source>One application takes at most %n operator(s). File a further application for more.</source>
        <translation>
            <numerusform>单次申请最多 %n 个操作员，已满。更多操作员请另行提交申请单。</numerusform>
        </translation>
    </message>
    <message>
        <source>A new entrant gets one operator card free; further cards have to be bought.</source>
        <translation>新入网企业首次免费配发 1 张操作员卡，其余操作员卡须自费购卡。</translation>
    </message>
    <message>
        <source>Every operator card of this kind of application has to be bought.</source>
        <translation>新增的操作员卡须自费购卡。</translation>
    </message>
</context>
<context>
    <name>OperatorsTable</name>
    <message>
        <source>Operators</source>
        <translation>操作员信息</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>{verb} operator {number}</source>
        <translation>{verb}操作员 {number}</translation>
    </message>
</context>
<context>
    <name>PagePanes</name>
    <message>
        <source>After</source>
        <translation>处理后</translation>
    </message>
    <message>
        <source>sharpening …</source>
        <translation>正在变清晰…</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Whole page (0)</source>
        <translation>适合窗口（0）</translation>
    </message>
    <message>
        <source>Full size (1)</source>
        <translation>实际大小（1）</translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Drag a page, or move it with Alt and the arrow keys; Delete removes it</source>
        <translation>拖动页面可调整顺序，也可按 Alt 加方向键移动；按 Delete 键移除</translation>
    </message>
    <message>
        <source>Page {page} of {count}, {file}</source>
        <translation>“{file}”第 {page} 页，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Full size: {file}</source>
        <translation>查看大图：{file}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>What do you see on this paper?</source>
        <translation>请看图回答</translation>
    </message>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>上一页（Page Up）</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>下一页（Page Down）</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Whole page (0)</source>
        <translation>适合窗口（0）</translation>
    </message>
    <message>
        <source>Full size (1)</source>
        <translation>实际大小（1）</translation>
    </message>
    <message>
        <source>Turn clockwise (R)</source>
        <translation>顺时针旋转（R）</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Present passphrase</source>
        <translation>当前口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再次输入</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s); a few unrelated words are easy to remember and safe.</source>
        <translation>
            <numerusform>至少 %n 个字符；几个互不相关的词既好记又安全。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Set the passphrase</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>Set a passphrase</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>Whoever knows it can open the library, on any computer. It is kept nowhere: write it down and put it where you keep valuables.</source>
        <translation>知道口令的人在任何电脑上均可打开资料库。程序不保存口令，请抄写后与贵重物品一并保管。</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>The former passphrase no longer opens the library; backups made before still open by it. The recovery sheet stays valid.</source>
        <translation>更改后，原口令不能再打开资料库，但仍可打开此前的备份。恢复密钥单继续有效。</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>This is filled in when the person is added to an application. Applications that exist are not changed.</source>
        <translation>将该人员加入申请时，自动填入以下内容；已有申请不受影响。</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>人员信息</translation>
    </message>
    <message>
        <source>A paper is taken over into the next application; its annotation was for one application and is asked for again.</source>
        <translation>材料可带入下一份申请；签注仅对当次申请有效，须重新签注。</translation>
    </message>
    <message>
        <source>Identity papers that are kept</source>
        <translation>已存身份证明材料</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻译件</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>身份证明材料</translation>
    </message>
    <message>
        <source>no date of annotation</source>
        <translation>无签注日期</translation>
    </message>
    <message>
        <source>annotated {date}</source>
        <translation>签注日期 {date}</translation>
    </message>
    <message>
        <source>an application that is no longer here</source>
        <translation>已不在资料库中的申请</translation>
    </message>
    <message>
        <source>{kind}: {file}, {date}, for {firm}</source>
        <translation>{kind}：{file}，{date}，用于 {firm}</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Enter or a double click opens one.</source>
        <translation>按回车键或双击打开。</translation>
    </message>
    <message>
        <source>legal representative</source>
        <translation>法定代表人/负责人</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Firm without a name yet</source>
        <translation>尚未填写名称的企业</translation>
    </message>
    <message>
        <source>{firm}: {role}, last changed {date}</source>
        <translation>{firm}：{role}，最后修改 {date}</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Exactly as on the identity document; rare characters and “·” are kept as typed.</source>
        <translation>与身份证明材料完全一致；生僻字和“·”按录入保存。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>A mobile number, or a fixed line with its area code: 025-58812345</source>
        <translation>手机号码，或带区号的固定电话，如 025-58812345</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <source>11 digits</source>
        <translation>11 位数字</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
</context>
<context>
    <name>PrepareBoard</name>
    <message>
        <source>The last page of a file stays; to leave the file out, remove it from its slot.</source>
        <translation>文件的最后一页不能移除；如不需要该文件，请返回材料页移除。</translation>
    </message>
    <message>
        <source>One PDF may have at most {most} pages.</source>
        <translation>一个 PDF 最多 {most} 页。</translation>
    </message>
    <message>
        <source>Pages of several files can be mixed once the files are one PDF.</source>
        <translation>不同文件的页面，须先合并为一个 PDF 后才能互相调整顺序。</translation>
    </message>
    <message>
        <source>No outline of the paper was found. Put the four points on its corners.</source>
        <translation>未找到纸张边缘，请将四个点移到纸张的四角。</translation>
    </message>
    <message>
        <source>The corners are not certain. Put them right, then press “Flatten”.</source>
        <translation>四角位置不能确定，请核对调整后点击“拉平”。</translation>
    </message>
    <message>
        <source>As far as can be seen the page is straight.</source>
        <translation>经识别，页面已端正。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>处理前</translation>
    </message>
    <message>
        <source>Before: put the points on the corners of the paper</source>
        <translation>处理前：将四个点移到纸张四角</translation>
    </message>
    <message>
        <source>Before: draw a frame around what is to stay</source>
        <translation>处理前：框选要保留的部分</translation>
    </message>
</context>
<context>
    <name>PrepareDialog</name>
    <message>
        <source>Prepare: {file}</source>
        <translation>处理：{file}</translation>
    </message>
    <message>
        <source>Making the files …</source>
        <translation>正在生成文件…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>This PDF is digitally signed.</source>
        <translation>该 PDF 带有数字签名。</translation>
    </message>
    <message>
        <source>Any change makes its signature invalid, and the prepared copy carries none. Leave it as it is if the signature is needed; the original is kept in any case.</source>
        <translation>任何改动都会使数字签名失效，处理后的副本不再带有签名。如需保留签名，请勿处理；原件始终保留。</translation>
    </message>
    <message>
        <source>Prepare a copy without the signature</source>
        <translation>生成不带签名的副本</translation>
    </message>
</context>
<context>
    <name>PrepareTools</name>
    <message>
        <source>Take shadows away</source>
        <translation>去除阴影</translation>
    </message>
    <message>
        <source>Front and back of an ID card on one A4 page</source>
        <translation>身份证正反面排在一张 A4 纸上</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Corners of the paper</source>
        <translation>纸张四角</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>拉平</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>取消拉平</translation>
    </message>
    <message>
        <source>Straighten (degrees)</source>
        <translation>微调角度（度）</translation>
    </message>
    <message>
        <source>Propose an angle</source>
        <translation>自动识别角度</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Keep all of it</source>
        <translation>取消裁剪</translation>
    </message>
    <message>
        <source>Red ink stays red, handwriting stays dark</source>
        <translation>红色印章保持红色，手写字迹保持清晰</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>恢复本页原样</translation>
    </message>
    <message>
        <source>Pages and files</source>
        <translation>页面与文件</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove this page</source>
        <translation>移除本页</translation>
    </message>
    <message>
        <source>Begin a new file here</source>
        <translation>从本页起另存一个文件</translation>
    </message>
    <message>
        <source>All files as one PDF</source>
        <translation>全部合并为一个 PDF</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>What you see here is what is filed. Compare it with the papers: everything must agree completely. Each line leads to its field.</source>
        <translation>此处的信息将作为电子申请单正式提交，请务必仔细核对，与证明材料所载信息完全一致。点击任一行可转到该项修改。</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Something in the program went wrong</source>
        <translation>程序出现了问题</translation>
    </message>
    <message>
        <source>What you typed is kept, and you can go on. If it happens again, please send the text below to whoever looks after the program. It holds no names, numbers or folders.</source>
        <translation>已录入的内容没有丢失，可以继续操作。如再次出现，请将下面的文字发给程序维护人员，其中不含姓名、号码和文件夹名称。</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message numerus="yes">
        <source>%n application(s) of the former version lie in folders.</source>
        <translation>
            <numerusform>有 %n 份旧版本的申请单存放在文件夹中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them into the encrypted library? The folders stay as they are.</source>
        <translation>是否导入加密的资料库？原文件夹保持不变。</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>暂不导入</translation>
    </message>
</context>
<context>
    <name>PurgeDialog</name>
    <message>
        <source>I understand that nobody can bring this back</source>
        <translation>我已了解：删除后任何人都无法恢复</translation>
    </message>
    <message>
        <source>Everything of these applications is erased: what was typed, every file, the history, and their keys.</source>
        <translation>将彻底删除以下申请的全部内容，包括填写内容、全部文件、修改记录及其密钥。</translation>
    </message>
    <message>
        <source>These firms are erased. Applications are not touched.</source>
        <translation>将彻底删除以下企业，申请不受影响。</translation>
    </message>
    <message>
        <source>These people are erased, with the identity papers that were kept of them.</source>
        <translation>将彻底删除以下人员及其已存身份证明材料。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>What is erased</source>
        <translation>删除内容</translation>
    </message>
    <message>
        <source>Without a name yet</source>
        <translation>尚未填写名称</translation>
    </message>
    <message>
        <source>It is erased from the backups as well. A place of backups that is not connected now follows at its next backup; until then its copies could still be opened there.</source>
        <translation>备份中的内容同时删除。目前未连接的备份位置在下次备份时补删，在此之前其中的副本仍可打开。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Days to keep an application after it was done (已处理) or withdrawn</source>
        <translation>申请已处理或撤回后的保存天数</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 日</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>ReceivedDialog</name>
    <message>
        <source>Applications handed over</source>
        <translation>收到的申请单</translation>
    </message>
    <message>
        <source>Firm: {firm}</source>
        <translation>企业：{firm}</translation>
    </message>
    <message>
        <source>All of it was verified. What differs from the library is compared before it is taken.</source>
        <translation>全部内容已核验。与资料库不同的，导入前逐项比较。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Left as it is in the library</source>
        <translation>资料库中未改动</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) of this file are in the library now.</source>
        <translation>
            <numerusform>本文件中有 %n 份申请单现已在资料库中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Firm without a name yet</source>
        <translation>企业名称未填写</translation>
    </message>
    <message>
        <source>New entrant</source>
        <translation>新入网企业</translation>
    </message>
    <message>
        <source>Additional operators</source>
        <translation>新增操作员卡</translation>
    </message>
    <message numerus="yes">
        <source>{kind}, %n operator(s)</source>
        <translation>
            <numerusform>{kind}，操作员 %n 名</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind not chosen</source>
        <translation>未选择类型</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>In the library already</source>
        <translation>资料库中已有</translation>
    </message>
    <message numerus="yes">
        <source>Differs in %n place(s)</source>
        <translation>
            <numerusform>有 %n 处不同</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordColumns</name>
    <message>
        <source>Firm</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>申请类型</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Open items</source>
        <translation>未完成项</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>最近修改</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Customs code</source>
        <translation>海关注册编码</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>申请单</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>（未填姓名）</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <source>Firm without a name yet</source>
        <translation>（单位名称未填）</translation>
    </message>
    <message>
        <source>New entrant</source>
        <translation>新入网企业</translation>
    </message>
    <message>
        <source>Additional operators</source>
        <translation>新增操作员卡（增办）</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 项未完成</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Overdue since {date}</source>
        <translation>已于 {date} 到期</translation>
    </message>
    <message numerus="yes">
        <source>{date}, %n day(s) left</source>
        <translation>
            <numerusform>{date}，还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>In preparation</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Media needed</source>
        <translation>需提供介质</translation>
    </message>
    <message>
        <source>Cards in production</source>
        <translation>制卡中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>RecordDesk</name>
    <message numerus="yes">
        <source>%n record(s) were erased for good.</source>
        <translation>
            <numerusform>已彻底删除 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>These backups follow as soon as they can be reached: {places}.</source>
        <translation>以下备份待可访问时补删：{places}。</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Something is to be corrected before it can be saved.</source>
        <translation>请先改正有误的内容，再保存。</translation>
    </message>
    <message>
        <source>Your changes are not saved yet.</source>
        <translation>修改尚未保存。</translation>
    </message>
    <message>
        <source>Press “Save” to keep them, or “Cancel” once more to drop them.</source>
        <translation>点击“保存”予以保存，或再次点击“取消”予以放弃。</translation>
    </message>
</context>
<context>
    <name>RecordPicker</name>
    <message>
        <source>Search: name, pinyin initials, code, last digits</source>
        <translation>搜索：名称、拼音首字母、代码、号码后几位</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>RecoverySheetDialog</name>
    <message>
        <source>Put the PDF into this folder</source>
        <translation>PDF 保存到</translation>
    </message>
    <message>
        <source>A sheet that was saved before no longer opens the library; backups made before still open by it, so destroy it.</source>
        <translation>此前保存的密钥单不能再打开资料库，但仍可打开此前的备份，请予销毁。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open it to print</source>
        <translation>打开并打印</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>保存密钥单</translation>
    </message>
    <message>
        <source>Save a recovery sheet</source>
        <translation>保存恢复密钥单</translation>
    </message>
    <message>
        <source>The recovery key on it opens the library when the passphrase is forgotten or this computer is lost. It is made now and kept nowhere else: print it, and put it with your valuables.</source>
        <translation>忘记口令或电脑丢失时，凭单上的恢复密钥打开资料库。恢复密钥现在生成，别处均不保存：请打印后与贵重物品一并保管。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Print it now, then delete the file: whoever has it can open the library.</source>
        <translation>请立即打印，然后删除该文件：持有者均可打开资料库。</translation>
    </message>
</context>
<context>
    <name>RemarkForm</name>
    <message>
        <source>The cards are handed out as it says here. Written from the choice above; you may change it.</source>
        <translation>制卡机构按备注办理取卡。备注会根据上面的取卡方式自动写好，可以修改。</translation>
    </message>
    <message>
        <source>Remark (备注)</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Write it again from the choice</source>
        <translation>按取卡方式重新生成</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Bring a backup back</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The backup is opened beside the present library and compared with it. Nothing is changed before you say so.</source>
        <translation>先打开备份与现有资料库比较；未经确认，不作任何改动。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Second place: {place}</source>
        <translation>第二备份位置：{place}</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Backups in</source>
        <translation>备份位置</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring</source>
        <translation>本机密钥环</translation>
    </message>
    <message>
        <source>Recovery key from the printed sheet</source>
        <translation>恢复密钥单上的恢复密钥</translation>
    </message>
    <message>
        <source>Open it by</source>
        <translation>打开方式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>另选备份</translation>
    </message>
    <message>
        <source>Open and compare</source>
        <translation>打开并比较</translation>
    </message>
    <message>
        <source>Bring this backup back</source>
        <translation>恢复此备份</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Where the backups are</source>
        <translation>选择备份所在文件夹</translation>
    </message>
    <message>
        <source>There is no backup in this folder.</source>
        <translation>该文件夹中没有备份。</translation>
    </message>
</context>
<context>
    <name>SaveAsFolderDialog</name>
    <message>
        <source>A copy of the application with all its files. The library keeps its own.</source>
        <translation>将申请及其全部文件复制一份，资料库中的申请保留不变。</translation>
    </message>
    <message>
        <source>Save as case folder</source>
        <translation>另存为申请文件夹</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新文件夹</translation>
    </message>
    <message>
        <source>The folder is not encrypted: whoever gets at it can read the identity papers.</source>
        <translation>该文件夹未加密：能接触到它的人均可查看其中的身份证明材料。</translation>
    </message>
    <message>
        <source>Delete it when it has served. To hand an application over, use a sealed bundle.</source>
        <translation>用毕请及时删除。移交申请请使用加密资料包。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SavedLabel</name>
    <message>
        <source>Not saved yet – trying again</source>
        <translation>尚未保存，正在重试</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>已全部保存</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>New application</source>
        <translation>新建申请单</translation>
    </message>
    <message>
        <source>Its applications</source>
        <translation>查看申请单</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>申请单</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>彻底删除…</translation>
    </message>
</context>
<context>
    <name>SheetRow</name>
    <message>
        <source>Sheet:</source>
        <translation>工作表：</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation>粘贴的内容</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘操作</translation>
    </message>
    <message>
        <source>Everything can be done without the mouse.</source>
        <translation>不用鼠标也能完成全部操作。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>next field, field before</source>
        <translation>下一项、上一项</translation>
    </message>
    <message>
        <source>go to a step</source>
        <translation>转到某一步骤</translation>
    </message>
    <message>
        <source>next step, step before</source>
        <translation>下一步骤、上一步骤</translation>
    </message>
    <message>
        <source>next open item, item before</source>
        <translation>下一个、上一个待处理项</translation>
    </message>
    <message>
        <source>show or hide what is open</source>
        <translation>显示或隐藏待处理事项</translation>
    </message>
    <message>
        <source>undo, redo</source>
        <translation>撤销、重做</translation>
    </message>
    <message>
        <source>preview and export</source>
        <translation>预览并导出</translation>
    </message>
    <message>
        <source>new application, open</source>
        <translation>新建申请、打开</translation>
    </message>
    <message>
        <source>paste a picture into the chosen slot, or a list from Excel</source>
        <translation>在选中的材料栏粘贴图片，或粘贴 Excel 表格</translation>
    </message>
    <message>
        <source>start page</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>this page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>SlotCard</name>
    <message>
        <source>pasted</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Nothing to paste: copy a file or a picture first, then paste it here.</source>
        <translation>剪贴板里没有文件或图片，请先复制，再粘贴到这里。</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>拖入的图片</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Scans and photographs (*.jpg *.jpeg *.png *.pdf)</source>
        <translation>扫描件和照片 (*.jpg *.jpeg *.png *.pdf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>“{file}” was removed.</source>
        <translation>已移除“{file}”。</translation>
    </message>
    <message>
        <source>The original is back in its place.</source>
        <translation>已恢复原件。</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>The library is being opened …</source>
        <translation>正在打开资料库……</translation>
    </message>
    <message>
        <source>Prepare an E-Port card application</source>
        <translation>准备电子口岸制发卡申请</translation>
    </message>
    <message>
        <source>Fill in, attach, check – and file online what is complete. Works offline; nothing is sent.</source>
        <translation>录入信息、添加附件、逐项校验，齐备后再到网上提交。离线运行，不发送任何信息。</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>New entrant</source>
        <translation>新入网企业</translation>
    </message>
    <message>
        <source>First cards of a firm: 1 legal-person card and 1 operator card are free.</source>
        <translation>企业首次办卡，免费配发 1 张法人卡、1 张操作员卡。</translation>
    </message>
    <message>
        <source>Additional operators</source>
        <translation>新增操作员卡（增办）</translation>
    </message>
    <message>
        <source>Up to 10 more operator cards at once; you buy the cards yourself.</source>
        <translation>已有法人卡的企业，单次最多新增 10 个操作员卡，自费购卡。</translation>
    </message>
    <message>
        <source>Take in a case or bundle…</source>
        <translation>导入申请文件夹或申请包…</translation>
    </message>
    <message>
        <source>Look at a sample</source>
        <translation>查看示例</translation>
    </message>
    <message>
        <source>Complete: new entrant</source>
        <translation>齐备的示例：新入网企业</translation>
    </message>
    <message>
        <source>Complete: additional operators</source>
        <translation>齐备的示例：新增操作员卡</translation>
    </message>
    <message>
        <source>With faults: see what is found</source>
        <translation>有问题的示例：看看能查出什么</translation>
    </message>
</context>
<context>
    <name>StepFooter</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Unit information</source>
        <translation>单位信息</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Handler and collection</source>
        <translation>经办人与取卡</translation>
    </message>
    <message>
        <source>Preview and export</source>
        <translation>预览与导出</translation>
    </message>
    <message>
        <source>Not declared yet</source>
        <translation>未声明</translation>
    </message>
    <message>
        <source>Not filled in yet</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Other steps first</source>
        <translation>其他步骤未完成</translation>
    </message>
    <message>
        <source>%n to complete</source>
        <translation>须改正 %n 项</translation>
    </message>
    <message>
        <source>%n to confirm</source>
        <translation>需确认 %n 项</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>已齐备</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>办理步骤</translation>
    </message>
</context>
<context>
    <name>TableButton</name>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Paste copied rows</source>
        <translation>粘贴复制的行</translation>
    </message>
    <message>
        <source>Save the template to fill in…</source>
        <translation>保存填写模板…</translation>
    </message>
    <message>
        <source>Excel, WPS or CSV</source>
        <translation>Excel、WPS 或 CSV 表格</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>About the row</source>
        <translation>本行说明</translation>
    </message>
    <message>
        <source>The list is being read …</source>
        <translation>正在读取表格……</translation>
    </message>
    <message>
        <source>{count} of {all} rows will be taken over.</source>
        <translation>共 {all} 行，将导入 {count} 行。</translation>
    </message>
    <message>
        <source>Columns in a frame were recognised by their content, not their head: check them.</source>
        <translation>带彩色边框的列是按内容识别的，与表头不一致或没有表头，请核对。</translation>
    </message>
</context>
<context>
    <name>TableRowsModel</name>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Result of the check</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Row {number}: {result}</source>
        <translation>第 {number} 行：{result}</translation>
    </message>
</context>
<context>
    <name>TableRowsView</name>
    <message>
        <source>Rows of the list</source>
        <translation>表格各行</translation>
    </message>
</context>
<context>
    <name>TableWords</name>
    <message>
        <source>{field}: {what}</source>
        <translation>{field}：{what}</translation>
    </message>
    <message>
        <source>No faults</source>
        <translation>没有问题</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Rewritten in the standard form: {value}</source>
        <translation>已按标准写法改为 {value}</translation>
    </message>
</context>
<context>
    <name>TranslationSlot</name>
    <message>
        <source>Translation (翻译材料)</source>
        <translation>翻译材料</translation>
    </message>
    <message>
        <source>A foreign material needs its translation, with the translator&apos;s seal or the firm&apos;s.</source>
        <translation>外文材料须同时提交翻译材料，加盖翻译专用章或申请单位公章。</translation>
    </message>
    <message>
        <source>A foreign passport must be accompanied by a translation.</source>
        <translation>外国护照须附翻译材料。</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>UnitForm</name>
    <message>
        <source>Postal code</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>Telephone of the firm</source>
        <translation>单位电话</translation>
    </message>
    <message>
        <source>Exactly as on the licence: the cards are bought under this name.</source>
        <translation>与营业执照完全一致，购卡也须使用这个名称。</translation>
    </message>
    <message>
        <source>Name of the firm</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>18 digits and capital letters</source>
        <translation>18 位数字和大写字母</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>10 digits and letters, if the firm has one</source>
        <translation>10 位数字和字母，没有可不填</translation>
    </message>
    <message>
        <source>Customs registration code</source>
        <translation>海关注册编码</translation>
    </message>
    <message>
        <source>As on the licence; a different delivery address needs more on the letter.</source>
        <translation>与营业执照一致；收件地址不同时，委托书要求更多。</translation>
    </message>
    <message>
        <source>Registered address</source>
        <translation>营业执照注册地址</translation>
    </message>
    <message>
        <source>Issuing office</source>
        <translation>制卡机构</translation>
    </message>
    <message>
        <source>The office that makes the cards.</source>
        <translation>为本单位制卡的机构。</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
</context>
<context>
    <name>UnitPage</name>
    <message>
        <source>Unit information</source>
        <translation>单位信息</translation>
    </message>
    <message>
        <source>The firm that applies, and its own materials.</source>
        <translation>录入申请单位的信息，上传单位的证明材料。</translation>
    </message>
    <message>
        <source>The applicant firm</source>
        <translation>申请单位</translation>
    </message>
    <message>
        <source>Unit qualification material (市场主体资格证明材料)</source>
        <translation>市场主体资格证明材料</translation>
    </message>
    <message>
        <source>A copy of the business licence with the firm&apos;s official seal in fresh ink. In a blank part of it the legal representative writes the sentence by hand, signs and dates it.</source>
        <translation>营业执照等复印件，加盖申请单位公章（印泥），由法定代表人（负责人）在空白处手写签注、签名并写明申请日期。</translation>
    </message>
    <message>
        <source>Other material (其他证明材料)</source>
        <translation>其他证明材料</translation>
    </message>
    <message>
        <source>Only needed for collection by mail: the mail-delegation letter (邮寄业务委托书).</source>
        <translation>仅邮寄取卡需要：上传“邮寄业务委托书”。</translation>
    </message>
    <message>
        <source>Collection by mail was chosen: print the mail-delegation letter, stamp it with the firm&apos;s official seal, and upload its scan here.</source>
        <translation>已选择邮寄取卡：请打印《邮寄业务委托书》，加盖单位公章后扫描上传到这里。</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The library cannot be opened</source>
        <translation>资料库无法打开</translation>
    </message>
    <message>
        <source>Your applications are untouched. What can be done stands below.</source>
        <translation>您的申请单没有任何改动。请按下面的提示处理。</translation>
    </message>
    <message>
        <source>A passphrase for your library</source>
        <translation>为资料库设置口令</translation>
    </message>
    <message numerus="yes">
        <source>Applications and identity papers are kept encrypted on this computer. This computer has no keyring that could keep the key, so choose a passphrase of at least %n character(s). Nobody can open the library without it or the printed recovery key.</source>
        <translation>
            <numerusform>申请单和身份证明材料加密保存在本机。本机没有可用的系统密钥环，请设置一个至少 %n 个字符的口令。没有口令或打印的恢复密钥，任何人都无法打开资料库。</numerusform>
        </translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Make the library</source>
        <translation>建立资料库</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>打开资料库</translation>
    </message>
    <message>
        <source>It is locked, and nobody else can read it.</source>
        <translation>资料库已锁定，他人无法读取。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Use the printed recovery key</source>
        <translation>使用打印的恢复密钥</translation>
    </message>
    <message>
        <source>Open with this computer&apos;s keyring</source>
        <translation>用本机的系统密钥环打开</translation>
    </message>
    <message>
        <source>Bring a backup back…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Keep the library in another folder…</source>
        <translation>把资料库放在其他文件夹…</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>使用口令</translation>
    </message>
    <message>
        <source>The library is being opened …</source>
        <translation>正在打开资料库……</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>The last changes are not in the folder yet. They stay in the window until they are saved.</source>
        <translation>最近的修改尚未写入文件夹，保存之前会一直保留在窗口中。</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Back to the application</source>
        <translation>返回申请</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Save in another folder…</source>
        <translation>保存到其他文件夹…</translation>
    </message>
</context>
<context>
    <name>WarningList</name>
    <message>
        <source>Warnings</source>
        <translation>需确认的提示</translation>
    </message>
    <message>
        <source>Correct what is wrong. What is right all the same, confirm one by one with a reason.</source>
        <translation>有误的请改正；确认无误的，请逐条说明理由后点击“确认无误”。</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>转到该项</translation>
    </message>
    <message>
        <source>Take the confirmation back</source>
        <translation>撤回确认</translation>
    </message>
    <message>
        <source>Confirm as correct…</source>
        <translation>确认无误…</translation>
    </message>
    <message>
        <source>Confirmed: {reason} ({by}, {at})</source>
        <translation>已确认：{reason}（{by}，{at}）</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
</context>
<context>
    <name>WorkingDialog</name>
    <message>
        <source>It is being done</source>
        <translation>正在处理</translation>
    </message>
</context>
</TS>
