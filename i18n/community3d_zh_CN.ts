<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>community3d</name>
    <message>
        <source>TARGETS names “{name}”, which the profile does not judge. Known: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target “{pair}” is not a percentage above 0 and up to 100. Write for example elderly=80.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown profile “{id}”. Known profiles: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown walker “{id}”. Known walkers: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
