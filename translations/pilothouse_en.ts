<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>DataGap</name>
    <message numerus="yes">
        <source>%n device(s) are measured on these nodes, but the exporter does not say which pods use them.</source>
        <translation>
            <numerusform>%n device is measured on these nodes, but the exporter does not say which pods use it.</numerusform>
            <numerusform>%n devices are measured on these nodes, but the exporter does not say which pods use them.</numerusform>
        </translation>
    </message>
</context>
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
    <name>Report</name>
    <message numerus="yes">
        <source>mean and range of %n rank(s)</source>
        <translation>
            <numerusform>mean and range of %n rank</numerusform>
            <numerusform>mean and range of %n ranks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more metric(s) are in the table only.</source>
        <translation>
            <numerusform>%n more metric is in the table only.</numerusform>
            <numerusform>%n more metrics are in the table only.</numerusform>
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
    <name>models::PodEvents</name>
    <message numerus="yes">
        <source>%1: %n point(s) of %2 event file(s), followed while the pod runs.</source>
        <translation>
            <numerusform>%1: %n point from %2 event files, followed while the pod runs.</numerusform>
            <numerusform>%1: %n points from %2 event files, followed while the pod runs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::CurvesTab</name>
    <message numerus="yes">
        <source>%n chart(s) were written to %1.</source>
        <translation>
            <numerusform>%n chart was written to %1.</numerusform>
            <numerusform>%n charts were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n point(s) of %2 event file(s), followed while they grow.</source>
        <translation>
            <numerusform>%1: %n point of %2 event file(s), followed while they grow.</numerusform>
            <numerusform>%1: %n points of %2 event file(s), followed while they grow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::DiffView</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
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
    <name>views::FormPane</name>
    <message numerus="yes">
        <source>%n more fields in the YAML</source>
        <translation>
            <numerusform>%n more field in the YAML</numerusform>
            <numerusform>%n more fields in the YAML</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::FormTable</name>
    <message numerus="yes">
        <source>%n more in the YAML</source>
        <translation>
            <numerusform>%n more in the YAML</numerusform>
            <numerusform>%n more in the YAML</numerusform>
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
    <name>views::LaunchPage</name>
    <message numerus="yes">
        <source>%n object(s) were applied.</source>
        <translation>
            <numerusform>%n object was applied.</numerusform>
            <numerusform>%n objects were applied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::LogLanes</name>
    <message numerus="yes">
        <source>%n more rank(s) do not fit: choose the ranks above, or widen the window.</source>
        <translation>
            <numerusform>%n more rank does not fit: choose the ranks above, or widen the window.</numerusform>
            <numerusform>%n more ranks do not fit: choose the ranks above, or widen the window.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n attempt(s)</source>
        <translation>
            <numerusform>%1, %n attempt</numerusform>
            <numerusform>%1, %n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::LogsTab</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::NodesPage</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s) ready</source>
        <translation>
            <numerusform>%1 of %n node ready</numerusform>
            <numerusform>%1 of %n nodes ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>held but idle: %n pod(s)</source>
        <translation>
            <numerusform>held but idle: %n pod</numerusform>
            <numerusform>held but idle: %n pods</numerusform>
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
    <name>views::RuleEditor</name>
    <message numerus="yes">
        <source>This expression takes too long on %n line(s): they are left out. Avoid repetitions inside repetitions.</source>
        <translation>
            <numerusform>This expression takes too long on %n line: it is left out. Avoid repetitions inside repetitions.</numerusform>
            <numerusform>This expression takes too long on %n lines: they are left out. Avoid repetitions inside repetitions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::RulesPage</name>
    <message numerus="yes">
        <source>%n rule(s) were imported.</source>
        <translation>
            <numerusform>%n rule was imported.</numerusform>
            <numerusform>%n rules were imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::SearchBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
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
<context>
    <name>views::TrialPane</name>
    <message numerus="yes">
        <source>%n point(s) in %1 line(s)</source>
        <translation>
            <numerusform>%n point in %1 lines</numerusform>
            <numerusform>%n points in %1 lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::YamlEditor</name>
    <message numerus="yes">
        <source>… %n lines</source>
        <translation>
            <numerusform>… %n line</numerusform>
            <numerusform>… %n lines</numerusform>
        </translation>
    </message>
</context>
</TS>
