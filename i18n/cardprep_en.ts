<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CaseView</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message numerus="yes">
        <source>Copying %n file(s) …</source>
        <translation>
            <numerusform>Copying %n file …</numerusform>
            <numerusform>Copying %n files …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message numerus="yes">
        <source>%n item(s) still open. Until then it can be exported as a draft only.</source>
        <translation>
            <numerusform>%n item still open. Until then it can be exported as a draft only.</numerusform>
            <numerusform>%n items still open. Until then it can be exported as a draft only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still being looked at.</source>
        <translation>
            <numerusform>%n file is still being looked at.</numerusform>
            <numerusform>%n files are still being looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>Due within %n day(s)</source>
        <translation>
            <numerusform>Due within %n day</numerusform>
            <numerusform>Due within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message numerus="yes">
        <source>%n to complete</source>
        <translation>
            <numerusform>%n to complete</numerusform>
            <numerusform>%n to complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to confirm</source>
        <translation>
            <numerusform>%n to confirm</numerusform>
            <numerusform>%n to confirm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message numerus="yes">
        <source>%n application(s)</source>
        <translation>
            <numerusform>%n application</numerusform>
            <numerusform>%n applications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) archived.</source>
        <translation>
            <numerusform>%n record archived.</numerusform>
            <numerusform>%n records archived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) deleted.</source>
        <translation>
            <numerusform>%n record deleted.</numerusform>
            <numerusform>%n records deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) put back.</source>
        <translation>
            <numerusform>%n record put back.</numerusform>
            <numerusform>%n records put back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorForm</name>
    <message numerus="yes">
        <source>Not confirmed yet: %n thing(s) to correct first. They are marked above.</source>
        <translation>
            <numerusform>Not confirmed yet: %n thing to correct first. They are marked above.</numerusform>
            <numerusform>Not confirmed yet: %n things to correct first. They are marked above.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorsModel</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorsPage</name>
    <message numerus="yes">
        <source>One application takes at most %n operator(s). File a further application for more.</source>
        <translation>
            <numerusform>One application takes at most %n operator. File a further application for more.</numerusform>
            <numerusform>One application takes at most %n operators. File a further application for more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message numerus="yes">
        <source>%n application(s) of the former version lie in folders.</source>
        <translation>
            <numerusform>%n application of the former version lies in a folder.</numerusform>
            <numerusform>%n applications of the former version lie in folders.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordColumns</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{date}, %n day(s) left</source>
        <translation>
            <numerusform>{date}, %n day left</numerusform>
            <numerusform>{date}, %n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message numerus="yes">
        <source>Applications and identity papers are kept encrypted on this computer. This computer has no keyring that could keep the key, so choose a passphrase of at least %n character(s). Nobody can open the library without it or the printed recovery key.</source>
        <translation>
            <numerusform>Applications and identity papers are kept encrypted on this computer. This computer has no keyring that could keep the key, so choose a passphrase of at least %n character. Nobody can open the library without it or the printed recovery key.</numerusform>
            <numerusform>Applications and identity papers are kept encrypted on this computer. This computer has no keyring that could keep the key, so choose a passphrase of at least %n characters. Nobody can open the library without it or the printed recovery key.</numerusform>
        </translation>
    </message>
</context>
</TS>
