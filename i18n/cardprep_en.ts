<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupsPanel</name>
    <message numerus="yes">
        <source>The backup is made, but %n stored file(s) could not be read.</source>
        <translation>
            <numerusform>The backup is made, but %n stored file could not be read.</numerusform>
            <numerusform>The backup is made, but %n stored files could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is as it was written. Stored files read: %n.</source>
        <translation>
            <numerusform>All is as it was written. Stored files read: %n.</numerusform>
            <numerusform>All is as it was written. Stored files read: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) are missing or damaged.</source>
        <translation>
            <numerusform>%n stored file is missing or damaged.</numerusform>
            <numerusform>%n stored files are missing or damaged.</numerusform>
        </translation>
    </message>
</context>
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
    <name>CompareDialog</name>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n difference.</numerusform>
            <numerusform>%n differences.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n over</source>
        <translation>
            <numerusform>Take %n over</numerusform>
            <numerusform>Take %n over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message numerus="yes">
        <source>%n application(s) would be gone from the library.</source>
        <translation>
            <numerusform>%n application would be gone from the library.</numerusform>
            <numerusform>%n applications would be gone from the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) would stand as they stood at the time of the backup.</source>
        <translation>
            <numerusform>%n application would stand as it stood at the time of the backup.</numerusform>
            <numerusform>%n applications would stand as they stood at the time of the backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) would come back.</source>
        <translation>
            <numerusform>%n application would come back.</numerusform>
            <numerusform>%n applications would come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) are in neither place.</source>
        <translation>
            <numerusform>%n stored file is in neither place.</numerusform>
            <numerusform>%n stored files are in neither place.</numerusform>
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
    <name>FirmTables</name>
    <message numerus="yes">
        <source>%n firm(s) added.</source>
        <translation>
            <numerusform>%n firm added.</numerusform>
            <numerusform>%n firms added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known firm(s) filled in where something was blank.</source>
        <translation>
            <numerusform>%n known firm filled in where something was blank.</numerusform>
            <numerusform>%n known firms filled in where something was blank.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known firm(s) unchanged.</source>
        <translation>
            <numerusform>%n known firm unchanged.</numerusform>
            <numerusform>%n known firms unchanged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirmsFromTable</name>
    <message numerus="yes">
        <source>Add %n firm(s)</source>
        <translation>
            <numerusform>Add %n firm</numerusform>
            <numerusform>Add %n firms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message numerus="yes">
        <source>%n application(s), {size}</source>
        <translation>
            <numerusform>%n application, {size}</numerusform>
            <numerusform>%n applications, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeNotes</name>
    <message numerus="yes">
        <source>%n application(s) need no longer be kept and may be erased.</source>
        <translation>
            <numerusform>%n application need no longer be kept and may be erased.</numerusform>
            <numerusform>%n applications need no longer be kept and may be erased.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnownPeopleDialog</name>
    <message numerus="yes">
        <source>At most %n person(s) can be taken over here.</source>
        <translation>
            <numerusform>At most %n person can be taken over here.</numerusform>
            <numerusform>At most %n people can be taken over here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n identity paper(s) come along; their annotation must be new.</source>
        <translation>
            <numerusform>{name}: %n identity paper comes along; its annotation must be new.</numerusform>
            <numerusform>{name}: %n identity papers come along; their annotation must be new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n identity paper(s), annotated {date}; the annotation must be new.</source>
        <translation>
            <numerusform>{name}: %n identity paper, annotated {date}; the annotation must be new.</numerusform>
            <numerusform>{name}: %n identity papers, annotated {date}; the annotation must be new.</numerusform>
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
    <name>OperatorsFromTable</name>
    <message numerus="yes">
        <source>Add %n operator(s)</source>
        <translation>
            <numerusform>Add %n operator</numerusform>
            <numerusform>Add %n operators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One application takes at most {most} operators and has {there}: %n row(s) too many. Put them into a further application.</source>
        <translation>
            <numerusform>One application takes at most {most} operators and has {there}: %n row too many. Put it into a further application.</numerusform>
            <numerusform>One application takes at most {most} operators and has {there}: %n rows too many. Put them into a further application.</numerusform>
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
        <source>%n operator(s) were added as drafts.</source>
        <translation>
            <numerusform>%n operator was added as a draft.</numerusform>
            <numerusform>%n operators were added as drafts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known person(s) were taken over as drafts.</source>
        <translation>
            <numerusform>%n known person was taken over as a draft.</numerusform>
            <numerusform>%n known people were taken over as drafts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One application takes at most %n operator(s). File a further application for more.</source>
        <translation>
            <numerusform>One application takes at most %n operator. File a further application for more.</numerusform>
            <numerusform>One application takes at most %n operators. File a further application for more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message numerus="yes">
        <source>At least %n character(s); a few unrelated words are easy to remember and safe.</source>
        <translation>
            <numerusform>At least %n character; a few unrelated words are easy to remember and safe.</numerusform>
            <numerusform>At least %n characters; a few unrelated words are easy to remember and safe.</numerusform>
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
    <name>PurgeDialog</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceivedDialog</name>
    <message numerus="yes">
        <source>%n application(s) of this file are in the library now.</source>
        <translation>
            <numerusform>%n application of this file is in the library now.</numerusform>
            <numerusform>%n applications of this file are in the library now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{kind}, %n operator(s)</source>
        <translation>
            <numerusform>{kind}, %n operator</numerusform>
            <numerusform>{kind}, %n operators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Differs in %n place(s)</source>
        <translation>
            <numerusform>Differs in %n place</numerusform>
            <numerusform>Differs in %n places</numerusform>
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
    <name>RecordDesk</name>
    <message numerus="yes">
        <source>%n record(s) were erased for good.</source>
        <translation>
            <numerusform>%n record was erased for good.</numerusform>
            <numerusform>%n records were erased for good.</numerusform>
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
