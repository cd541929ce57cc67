<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Diagnosis</name>
    <message numerus="yes">
        <source>It was restarted and runs again (%n restart(s)).</source>
        <translation>
            <numerusform>It was restarted and runs again (%n restart).</numerusform>
            <numerusform>It was restarted and runs again (%n restarts).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) wait for a node that can take them.</source>
        <translation>
            <numerusform>%n pod waits for a node that can take it.</numerusform>
            <numerusform>%n pods wait for a node that can take them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Demo</name>
    <message numerus="yes">
        <source>The job did not end within %n minutes.</source>
        <translation>
            <numerusform>The job did not end within %n minute.</numerusform>
            <numerusform>The job did not end within %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Workspace</name>
    <message numerus="yes">
        <source>The server would take the %n objects.</source>
        <translation>
            <numerusform>The server would take the object.</numerusform>
            <numerusform>The server would take the %n objects.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::FigureCards</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::JobPage</name>
    <message numerus="yes">
        <source>Delete %1 with its %n pod(s) and their logs?</source>
        <translation>
            <numerusform>Delete %1 with its %n pod and its logs?</numerusform>
            <numerusform>Delete %1 with its %n pods and their logs?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::OverviewPage</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::RankMap</name>
    <message numerus="yes">
        <source>%1: %n restart(s)</source>
        <translation>
            <numerusform>%1: %n restart</numerusform>
            <numerusform>%1: %n restarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::SelectionBar</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::StripCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::TrainingPage</name>
    <message numerus="yes">
        <source>Delete %n job(s) with their pods and their logs?</source>
        <translation>
            <numerusform>Delete %n job with its pods and their logs?</numerusform>
            <numerusform>Delete %n jobs with their pods and their logs?</numerusform>
        </translation>
    </message>
</context>
</TS>
