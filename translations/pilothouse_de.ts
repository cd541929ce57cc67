<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Command</name>
    <message>
        <source>Go to Overview</source>
        <translation>Zur Übersicht</translation>
    </message>
    <message>
        <source>Go to Training</source>
        <translation>Zum Training</translation>
    </message>
    <message>
        <source>Go to Launch</source>
        <translation>Zum Start neuer Jobs</translation>
    </message>
    <message>
        <source>Choose a cluster</source>
        <translation>Cluster wählen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Neuer Job</translation>
    </message>
    <message>
        <source>Launch the sample</source>
        <translation>Beispiel starten</translation>
    </message>
    <message>
        <source>Open a log…</source>
        <translation>Log öffnen …</translation>
    </message>
    <message>
        <source>Open a kubeconfig…</source>
        <translation>Kubeconfig öffnen …</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>Sandbox starten</translation>
    </message>
    <message>
        <source>Stop the sandbox</source>
        <translation>Sandbox beenden</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Projector mode</source>
        <translation>Beamer-Modus</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Collapse or expand the rail</source>
        <translation>Seitenleiste ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>Suchen oder ausführen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Read contexts from &lt;file&gt; instead of $KUBECONFIG or ~/.kube/config.</source>
        <translation>Kontexte aus &lt;file&gt; lesen statt aus $KUBECONFIG oder ~/.kube/config.</translation>
    </message>
    <message>
        <source>Connect to the context &lt;name&gt;.</source>
        <translation>Mit dem Kontext &lt;name&gt; verbinden.</translation>
    </message>
    <message>
        <source>Show the namespace &lt;name&gt;; “*” shows all.</source>
        <translation>Den Namespace &lt;name&gt; zeigen; „*“ zeigt alle.</translation>
    </message>
    <message>
        <source>Start the sandbox behind the window.</source>
        <translation>Die Sandbox hinter dem Fenster starten.</translation>
    </message>
    <message>
        <source>Launch the sample job without a click, tell its progress, end with its success.</source>
        <translation>Den Beispiel-Job ohne Klick starten, seinen Fortschritt melden, mit seinem Erfolg enden.</translation>
    </message>
    <message>
        <source>With --demo: launch &lt;file&gt; instead of the sample.</source>
        <translation>Mit --demo: &lt;file&gt; statt des Beispiels starten.</translation>
    </message>
    <message>
        <source>With --demo: save numbered pictures in &lt;folder&gt;.</source>
        <translation>Mit --demo: nummerierte Bilder in &lt;folder&gt; ablegen.</translation>
    </message>
    <message>
        <source>Light colours, whatever the system says.</source>
        <translation>Helle Farben, gleich was das System sagt.</translation>
    </message>
    <message>
        <source>Dark colours, whatever the system says.</source>
        <translation>Dunkle Farben, gleich was das System sagt.</translation>
    </message>
    <message>
        <source>Enlarge the whole window by &lt;factor&gt;, 0.5 to 4.</source>
        <translation>Das ganze Fenster um &lt;factor&gt; vergrößern, 0.5 bis 4.</translation>
    </message>
    <message>
        <source>pilothouse: %1
See: pilothouse --help</source>
        <translation>pilothouse: %1
Siehe: pilothouse --help</translation>
    </message>
    <message>
        <source>Commands:
  open FILE               Read a log file and see the curves that are in it.
  validate FILE...        Check job specs without a cluster; exit code 1 if one is wrong.
  sandbox COMMAND         up, down, status, doctor, reset, logs: see pilothouse-sandbox --help.</source>
        <translation>Befehle:
  open FILE               Eine Log-Datei lesen und die Kurven darin sehen.
  validate FILE...        Job-Specs ohne Cluster prüfen; Exit-Code 1, wenn eine falsch ist.
  sandbox COMMAND         up, down, status, doctor, reset, logs: siehe pilothouse-sandbox --help.</translation>
    </message>
    <message>
        <source>there is no command “%1”.</source>
        <translation>den Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“open” takes one file.</source>
        <translation>„open“ nimmt eine Datei.</translation>
    </message>
    <message>
        <source>The control room for Kubeflow.</source>
        <translation>Der Leitstand für Kubeflow.</translation>
    </message>
    <message>
        <source>Say this and end.</source>
        <translation>Dies sagen und enden.</translation>
    </message>
    <message>
        <source>Say the version and end.</source>
        <translation>Die Version sagen und enden.</translation>
    </message>
    <message>
        <source>What to do instead of showing the window.</source>
        <translation>Was statt des Fensters geschehen soll.</translation>
    </message>
    <message>
        <source>either --light or --dark.</source>
        <translation>entweder --light oder --dark.</translation>
    </message>
    <message>
        <source>--scale takes a number from 0.5 to 4.</source>
        <translation>--scale nimmt eine Zahl von 0.5 bis 4.</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>Rank %1 (%2)</source>
        <translation>Rang %1 (%2)</translation>
    </message>
    <message>
        <source>%1: its init container %2</source>
        <translation>%1: sein Init-Container %2</translation>
    </message>
    <message>
        <source>%1 ran out of memory (exit %2, OOMKilled)</source>
        <translation>%1 ging der Speicher aus (Exit %2, OOMKilled)</translation>
    </message>
    <message>
        <source>%1 ran out of memory (limit %2, exit %3, OOMKilled)</source>
        <translation>%1 ging der Speicher aus (Grenze %2, Exit %3, OOMKilled)</translation>
    </message>
    <message>
        <source>%1 could not run its command: not executable (exit 126)</source>
        <translation>%1 konnte seinen Befehl nicht ausführen: nicht ausführbar (Exit 126)</translation>
    </message>
    <message>
        <source>%1 did not find its command (exit 127)</source>
        <translation>%1 fand seinen Befehl nicht (Exit 127)</translation>
    </message>
    <message>
        <source>%1 aborted itself (exit 134, SIGABRT)</source>
        <translation>%1 brach sich selbst ab (Exit 134, SIGABRT)</translation>
    </message>
    <message>
        <source>%1 was killed (exit 137, SIGKILL)</source>
        <translation>%1 wurde abgeschossen (Exit 137, SIGKILL)</translation>
    </message>
    <message>
        <source>%1 crashed (exit 139, SIGSEGV)</source>
        <translation>%1 stürzte ab (Exit 139, SIGSEGV)</translation>
    </message>
    <message>
        <source>%1 was stopped (exit 143, SIGTERM)</source>
        <translation>%1 wurde beendet (Exit 143, SIGTERM)</translation>
    </message>
    <message>
        <source>%1 failed with exit code %2</source>
        <translation>%1 scheiterte mit Exit-Code %2</translation>
    </message>
    <message>
        <source>%1 failed with exit code %2 (%3)</source>
        <translation>%1 scheiterte mit Exit-Code %2 (%3)</translation>
    </message>
    <message>
        <source>Raise resources.limits.memory of the replica, or make the batch smaller.</source>
        <translation>resources.limits.memory des Replikats erhöhen oder den Batch verkleinern.</translation>
    </message>
    <message>
        <source>Check command and args against what the image contains.</source>
        <translation>command und args mit dem vergleichen, was das Image enthält.</translation>
    </message>
    <message>
        <source>Somebody or something asked it to end: look at the events.</source>
        <translation>Jemand oder etwas hat es beendet: die Events ansehen.</translation>
    </message>
    <message>
        <source>Its last lines say why: open its log.</source>
        <translation>Die letzten Zeilen sagen, warum: das Log öffnen.</translation>
    </message>
    <message>
        <source>Rank %1 only followed.</source>
        <translation>Rang %1 folgte nur.</translation>
    </message>
    <message>
        <source>Ranks %1 only followed.</source>
        <translation>Die Ränge %1 folgten nur.</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 um %2.</translation>
    </message>
    <message numerus="yes">
        <source>It was restarted and runs again (%n restart(s)).</source>
        <translation>
            <numerusform>Er wurde neu gestartet und läuft wieder (%n Neustart).</numerusform>
            <numerusform>Er wurde neu gestartet und läuft wieder (%n Neustarts).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot get its image %2 (%3).</source>
        <translation>%1 bekommt sein Image %2 nicht (%3).</translation>
    </message>
    <message>
        <source>Check the image&apos;s name and tag, and that the node may pull it; the sandbox runs only the images it was given.</source>
        <translation>Name und Tag des Images prüfen und ob der Node es laden darf; die Sandbox hat nur die Images, die man ihr gab.</translation>
    </message>
    <message>
        <source>The container %1 of %2 cannot be started (%3).</source>
        <translation>Der Container %1 von %2 kann nicht gestartet werden (%3).</translation>
    </message>
    <message>
        <source>Check the config maps, secrets and volumes that it names.</source>
        <translation>Die ConfigMaps, Secrets und Volumes prüfen, die er nennt.</translation>
    </message>
    <message>
        <source>%1 waits for a node that can take it.</source>
        <translation>%1 wartet auf einen Node, der ihn aufnehmen kann.</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) wait for a node that can take them.</source>
        <translation>
            <numerusform>%n Pod wartet auf einen Node, der ihn aufnehmen kann.</numerusform>
            <numerusform>%n Pods warten auf einen Node, der sie aufnehmen kann.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lower what it requests, free what others hold, or add a node.</source>
        <translation>Weniger anfordern, freigeben, was andere halten, oder einen Node hinzufügen.</translation>
    </message>
    <message>
        <source>%1 still waits for its init container %2.</source>
        <translation>%1 wartet noch auf seinen Init-Container %2.</translation>
    </message>
    <message>
        <source>It usually waits for another rank: look whether the first rank runs.</source>
        <translation>Meist wartet er auf einen anderen Rang: sehen, ob der erste Rang läuft.</translation>
    </message>
    <message>
        <source>%1 was ended by the node (%2).</source>
        <translation>%1 wurde vom Node beendet (%2).</translation>
    </message>
    <message>
        <source>Look at the node&apos;s events and at what the pod used.</source>
        <translation>Die Events des Nodes ansehen und was der Pod verbraucht hat.</translation>
    </message>
    <message>
        <source>The job failed (%1).</source>
        <translation>Der Job ist gescheitert (%1).</translation>
    </message>
    <message>
        <source>Its pods are gone or say no more: look at the events.</source>
        <translation>Seine Pods sind fort oder sagen nichts weiter: die Events ansehen.</translation>
    </message>
    <message>
        <source>The operator cannot create its pods (%1).</source>
        <translation>Der Operator kann seine Pods nicht anlegen (%1).</translation>
    </message>
    <message>
        <source>Correct the job&apos;s spec and launch it again.</source>
        <translation>Die Spec des Jobs berichtigen und ihn neu starten.</translation>
    </message>
</context>
<context>
    <name>Diagnostic</name>
    <message>
        <source>The text is nested too deeply.</source>
        <translation>Der Text ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>A colon makes a key here, where none can stand.</source>
        <translation>Ein Doppelpunkt macht hier einen Schlüssel, wo keiner stehen kann.</translation>
    </message>
    <message>
        <source>Check the indentation, or put text that holds &quot;: &quot; in quotes.</source>
        <translation>Prüfen Sie die Einrückung oder setzen Sie Text mit „: “ in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A map does not end properly here.</source>
        <translation>Eine Abbildung endet hier nicht richtig.</translation>
    </message>
    <message>
        <source>Fields of one map must start in the same column.</source>
        <translation>Felder einer Abbildung müssen in derselben Spalte beginnen.</translation>
    </message>
    <message>
        <source>The closing brace } is missing.</source>
        <translation>Die schließende Klammer } fehlt.</translation>
    </message>
    <message>
        <source>A list does not end properly here.</source>
        <translation>Eine Liste endet hier nicht richtig.</translation>
    </message>
    <message>
        <source>Entries of one list must start in the same column.</source>
        <translation>Einträge einer Liste müssen in derselben Spalte beginnen.</translation>
    </message>
    <message>
        <source>The closing bracket ] is missing.</source>
        <translation>Die schließende Klammer ] fehlt.</translation>
    </message>
    <message>
        <source>A dash makes a list entry here, where none can stand.</source>
        <translation>Ein Strich macht hier einen Listeneintrag, wo keiner stehen kann.</translation>
    </message>
    <message>
        <source>Put each entry in a line of its own.</source>
        <translation>Schreiben Sie jeden Eintrag in eine eigene Zeile.</translation>
    </message>
    <message>
        <source>The closing quote is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>This character cannot start a value.</source>
        <translation>Mit diesem Zeichen kann kein Wert beginnen.</translation>
    </message>
    <message>
        <source>Put the value in quotes.</source>
        <translation>Setzen Sie den Wert in Anführungszeichen.</translation>
    </message>
    <message>
        <source>There is no such escape in double quotes.</source>
        <translation>Diese Maskierung gibt es in doppelten Anführungszeichen nicht.</translation>
    </message>
    <message>
        <source>Write two backslashes, or use single quotes.</source>
        <translation>Schreiben Sie zwei umgekehrte Schrägstriche oder nehmen Sie einfache Anführungszeichen.</translation>
    </message>
    <message>
        <source>A tab indents this line; YAML allows spaces only.</source>
        <translation>Ein Tabulator rückt diese Zeile ein; YAML erlaubt nur Leerzeichen.</translation>
    </message>
    <message>
        <source>Replace the tab by spaces.</source>
        <translation>Ersetzen Sie den Tabulator durch Leerzeichen.</translation>
    </message>
    <message>
        <source>No anchor of this name stands above.</source>
        <translation>Darüber steht kein Anker dieses Namens.</translation>
    </message>
    <message>
        <source>Put text that starts with an asterisk in quotes.</source>
        <translation>Setzen Sie Text, der mit einem Stern beginnt, in Anführungszeichen.</translation>
    </message>
    <message>
        <source>This is not YAML: %1.</source>
        <translation>Das ist kein YAML: %1.</translation>
    </message>
    <message>
        <source>The text holds %1 documents; %2 are read.</source>
        <translation>Der Text enthält %1 Dokumente; gelesen werden %2.</translation>
    </message>
    <message>
        <source>The text is %1 MiB long; %2 MiB are read.</source>
        <translation>Der Text ist %1 MiB lang; gelesen werden %2 MiB.</translation>
    </message>
    <message>
        <source>Put data into an image or a volume; etcd takes 1.5 MiB per object.</source>
        <translation>Legen Sie Daten in ein Image oder ein Volume; etcd nimmt 1,5 MiB je Objekt.</translation>
    </message>
    <message>
        <source>The text is UTF-16, not UTF-8.</source>
        <translation>Der Text ist UTF-16, nicht UTF-8.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>The byte %1 is not valid UTF-8.</source>
        <translation>Das Byte %1 ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>The control character %1 is not allowed in YAML.</source>
        <translation>Das Steuerzeichen %1 ist in YAML nicht erlaubt.</translation>
    </message>
    <message>
        <source>Remove it, or write it as an escape in double quotes.</source>
        <translation>Entfernen Sie es oder schreiben Sie es maskiert in doppelten Anführungszeichen.</translation>
    </message>
    <message>
        <source>The text is nested more than %1 levels deep.</source>
        <translation>Der Text ist tiefer als %1 Ebenen verschachtelt.</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>Ändern in %1</translation>
    </message>
    <message>
        <source>The pods of a Job need restartPolicy Never or OnFailure, written out.</source>
        <translation>Die Pods eines Jobs brauchen restartPolicy Never oder OnFailure, ausgeschrieben.</translation>
    </message>
    <message>
        <source>An Indexed job needs completions.</source>
        <translation>Ein Job mit Indexed braucht completions.</translation>
    </message>
    <message>
        <source>%1 must not be negative.</source>
        <translation>%1 darf nicht negativ sein.</translation>
    </message>
    <message>
        <source>The claim must ask for storage: resources.requests.storage, more than 0.</source>
        <translation>Der Claim muss Speicher verlangen: resources.requests.storage, mehr als 0.</translation>
    </message>
    <message>
        <source>%1 cannot be a key: letters, digits, dashes, dots and underscores are allowed.</source>
        <translation>%1 kann kein Schlüssel sein: erlaubt sind Buchstaben, Ziffern, Striche, Punkte und Unterstriche.</translation>
    </message>
    <message>
        <source>The data take %1 MiB; 1 MiB is allowed.</source>
        <translation>Die Daten sind %1 MiB groß; erlaubt ist 1 MiB.</translation>
    </message>
    <message>
        <source>Put large files into an image or a volume.</source>
        <translation>Legen Sie große Dateien in ein Image oder ein Volume.</translation>
    </message>
    <message>
        <source>%1 must be base64.</source>
        <translation>%1 muss base64 sein.</translation>
    </message>
    <message>
        <source>Plain text goes to stringData of a Secret or data of a ConfigMap.</source>
        <translation>Gewöhnlicher Text gehört in stringData eines Secrets oder data einer ConfigMap.</translation>
    </message>
    <message>
        <source>%1 must have replicas: 1, written out.</source>
        <translation>%1 muss replicas: 1 haben, ausgeschrieben.</translation>
    </message>
    <message>
        <source>Worker must have at least 1 replica.</source>
        <translation>Worker muss mindestens 1 Replikat haben.</translation>
    </message>
    <message>
        <source>Remove Worker if the master trains alone.</source>
        <translation>Entfernen Sie Worker, wenn der Master allein trainiert.</translation>
    </message>
    <message>
        <source>An elasticPolicy needs Worker replicas.</source>
        <translation>Eine elasticPolicy braucht Worker-Replikate.</translation>
    </message>
    <message>
        <source>%3 is %1, which is more than %4 with %2.</source>
        <translation>%3 ist %1, das ist mehr als %4 mit %2.</translation>
    </message>
    <message>
        <source>nProcPerNode must not be used together with nprocPerNode.</source>
        <translation>nProcPerNode darf nicht zusammen mit nprocPerNode stehen.</translation>
    </message>
    <message>
        <source>Keep spec.nprocPerNode only.</source>
        <translation>Behalten Sie nur spec.nprocPerNode.</translation>
    </message>
    <message>
        <source>elasticPolicy.nProcPerNode is deprecated since Training Operator 1.7.</source>
        <translation>elasticPolicy.nProcPerNode ist seit Training Operator 1.7 überholt.</translation>
    </message>
    <message>
        <source>Use spec.nprocPerNode.</source>
        <translation>Nehmen Sie spec.nprocPerNode.</translation>
    </message>
    <message>
        <source>%1 is no count of processes: use auto, cpu, gpu or a number in quotes.</source>
        <translation>%1 ist keine Zahl von Prozessen: auto, cpu, gpu oder eine Zahl in Anführungszeichen.</translation>
    </message>
    <message>
        <source>torchrun knows no rendezvous backend %1: use c10d, etcd or etcd-v2.</source>
        <translation>torchrun kennt kein Rendezvous-Backend %1: c10d, etcd oder etcd-v2.</translation>
    </message>
    <message>
        <source>A TFJob has at most one Chief or Master.</source>
        <translation>Ein TFJob hat höchstens einen Chief oder Master.</translation>
    </message>
    <message>
        <source>%1 is no successPolicy: leave it out or use AllWorkers.</source>
        <translation>%1 ist keine successPolicy: lassen Sie sie weg oder nehmen Sie AllWorkers.</translation>
    </message>
    <message>
        <source>An XGBoostJob needs %1 with replicas: 1, written out.</source>
        <translation>Ein XGBoostJob braucht %1 mit replicas: 1, ausgeschrieben.</translation>
    </message>
    <message>
        <source>An MPIJob needs one %1: without it nothing runs, and only an event says so.</source>
        <translation>Ein MPIJob braucht einen %1: ohne ihn läuft nichts, und nur ein Event sagt es.</translation>
    </message>
    <message>
        <source>The MPIJob has no workers: their default is 0.</source>
        <translation>Der MPIJob hat keine Worker: ihre Vorgabe ist 0.</translation>
    </message>
    <message>
        <source>Write replicas: n at Worker.</source>
        <translation>Schreiben Sie replicas: n bei Worker.</translation>
    </message>
    <message>
        <source>cleanPodPolicy is %1 here and %2 in runPolicy.</source>
        <translation>cleanPodPolicy ist hier %1 und in runPolicy %2.</translation>
    </message>
    <message>
        <source>Keep the one in runPolicy.</source>
        <translation>Behalten Sie die in runPolicy.</translation>
    </message>
    <message>
        <source>A document must be a map with apiVersion, kind and metadata.</source>
        <translation>Ein Dokument muss eine Abbildung mit apiVersion, kind und metadata sein.</translation>
    </message>
    <message>
        <source>The field apiVersion is missing.</source>
        <translation>Das Feld apiVersion fehlt.</translation>
    </message>
    <message>
        <source>Write for example: apiVersion: kubeflow.org/v1</source>
        <translation>Schreiben Sie zum Beispiel: apiVersion: kubeflow.org/v1</translation>
    </message>
    <message>
        <source>The field kind is missing.</source>
        <translation>Das Feld kind fehlt.</translation>
    </message>
    <message>
        <source>Write for example: kind: PyTorchJob</source>
        <translation>Schreiben Sie zum Beispiel: kind: PyTorchJob</translation>
    </message>
    <message>
        <source>%1 is a kind of %2, not of %3.</source>
        <translation>%1 ist eine Art von %2, nicht von %3.</translation>
    </message>
    <message>
        <source>The object has no name.</source>
        <translation>Das Objekt hat keinen Namen.</translation>
    </message>
    <message>
        <source>Give it metadata.name.</source>
        <translation>Geben Sie ihm metadata.name.</translation>
    </message>
    <message>
        <source>%1 cannot be a name: small letters, digits, dashes and dots are allowed, with a letter or digit at both ends, at most 253 in all.</source>
        <translation>%1 kann kein Name sein: erlaubt sind Kleinbuchstaben, Ziffern, Striche und Punkte, an beiden Enden ein Buchstabe oder eine Ziffer, höchstens 253 Zeichen.</translation>
    </message>
    <message>
        <source>%1 cannot be a namespace: small letters, digits and dashes are allowed, at most 63.</source>
        <translation>%1 kann kein Namespace sein: erlaubt sind Kleinbuchstaben, Ziffern und Striche, höchstens 63.</translation>
    </message>
    <message>
        <source>%1 cannot be a key here: letters, digits, dashes, dots and underscores are allowed, after an optional domain and a slash.</source>
        <translation>%1 kann hier kein Schlüssel sein: erlaubt sind Buchstaben, Ziffern, Striche, Punkte und Unterstriche, davor wahlweise eine Domain und ein Schrägstrich.</translation>
    </message>
    <message>
        <source>%1 cannot be the value of a label: at most 63 letters, digits, dashes, dots and underscores.</source>
        <translation>%1 kann nicht der Wert eines Labels sein: höchstens 63 Buchstaben, Ziffern, Striche, Punkte und Unterstriche.</translation>
    </message>
    <message>
        <source>Put free text into an annotation.</source>
        <translation>Freier Text gehört in eine Annotation.</translation>
    </message>
    <message>
        <source>The pod has no container.</source>
        <translation>Der Pod hat keinen Container.</translation>
    </message>
    <message>
        <source>The container %1 has no image.</source>
        <translation>Der Container %1 hat kein Image.</translation>
    </message>
    <message>
        <source>There is no resource %1: devices have a domain, such as nvidia.com/gpu.</source>
        <translation>Es gibt keine Ressource %1: Geräte haben eine Domain wie nvidia.com/gpu.</translation>
    </message>
    <message>
        <source>%1 cannot name a container: small letters, digits and dashes are allowed, at most 63.</source>
        <translation>So kann kein Container heißen: %1. Erlaubt sind Kleinbuchstaben, Ziffern und Striche, höchstens 63.</translation>
    </message>
    <message>
        <source>Another container is called %1.</source>
        <translation>Ein anderer Container heißt schon %1.</translation>
    </message>
    <message>
        <source>Another volume is called %1.</source>
        <translation>Ein anderes Volume heißt schon %1.</translation>
    </message>
    <message>
        <source>Another volume is mounted at %1.</source>
        <translation>Unter %1 ist schon ein anderes Volume eingehängt.</translation>
    </message>
    <message>
        <source>The pod has no volume %1.</source>
        <translation>Der Pod hat kein Volume %1.</translation>
    </message>
    <message>
        <source>Add it to volumes of this pod.</source>
        <translation>Fügen Sie es den volumes dieses Pods hinzu.</translation>
    </message>
    <message>
        <source>The volume %1 has more than one source.</source>
        <translation>Das Volume %1 hat mehr als eine Quelle.</translation>
    </message>
    <message>
        <source>The request for %1 is %2, more than its limit of %3.</source>
        <translation>Verlangt sind %2 von %1, mehr als das Limit von %3.</translation>
    </message>
    <message>
        <source>%1 counts whole devices; %2 is none.</source>
        <translation>%1 zählt ganze Geräte; %2 ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>%1 must have a limit that equals the request: devices are not shared.</source>
        <translation>%1 braucht ein Limit, das gleich dem Request ist: Geräte werden nicht geteilt.</translation>
    </message>
    <message>
        <source>Write it under limits; the request may be left out.</source>
        <translation>Schreiben Sie es unter limits; der Request kann fehlen.</translation>
    </message>
    <message>
        <source>%1 cannot name an environment variable.</source>
        <translation>So kann keine Umgebungsvariable heißen: %1.</translation>
    </message>
    <message>
        <source>%1 has both value and valueFrom.</source>
        <translation>%1 hat value und valueFrom zugleich.</translation>
    </message>
    <message>
        <source>%1 is no port: 1 to 65535.</source>
        <translation>%1 ist kein Port: 1 bis 65535.</translation>
    </message>
    <message>
        <source>%1 is no imagePullPolicy: use one of %2.</source>
        <translation>%1 ist keine imagePullPolicy: möglich sind %2.</translation>
    </message>
    <message>
        <source>%1 is no restartPolicy of a pod: use one of %2.</source>
        <translation>%1 ist keine restartPolicy eines Pods: möglich sind %2.</translation>
    </message>
    <message>
        <source>The image &quot;%1&quot; has a space in it.</source>
        <translation>Im Image „%1“ steht ein Leerzeichen.</translation>
    </message>
    <message>
        <source>%1 cannot be the name of a job: it must start with a small letter and hold small letters, digits and dashes only, at most 63.</source>
        <translation>%1 kann nicht der Name eines Jobs sein: am Anfang ein Kleinbuchstabe, sonst nur Kleinbuchstaben, Ziffern und Striche, höchstens 63.</translation>
    </message>
    <message>
        <source>The pod and service %1 would have a name of %2 characters; 63 are allowed. The API server takes the job, but no pod will start.</source>
        <translation>Pod und Service %1 hätten einen Namen von %2 Zeichen; erlaubt sind 63. Der API-Server nimmt den Job an, aber kein Pod startet.</translation>
    </message>
    <message>
        <source>Use a job name of at most %3 characters.</source>
        <translation>Nehmen Sie einen Namen von höchstens %3 Zeichen.</translation>
    </message>
    <message>
        <source>The job has no %1.</source>
        <translation>Der Job hat keine %1.</translation>
    </message>
    <message>
        <source>%2 has no replica type %1.</source>
        <translation>%2 hat keinen Replikat-Typ %1.</translation>
    </message>
    <message>
        <source>Use one of %3, spelt exactly so.</source>
        <translation>Möglich sind %3, genau so geschrieben.</translation>
    </message>
    <message>
        <source>%1 has no container.</source>
        <translation>%1 hat keinen Container.</translation>
    </message>
    <message>
        <source>One container of %2 must be called %1: the operator looks for it.</source>
        <translation>Ein Container von %2 muss %1 heißen: der Operator sucht ihn.</translation>
    </message>
    <message>
        <source>%1 is no restart policy: use Always, OnFailure, Never or ExitCode.</source>
        <translation>%1 ist keine restartPolicy: möglich sind Always, OnFailure, Never und ExitCode.</translation>
    </message>
    <message>
        <source>The operator replaces this restartPolicy %1 by %2, the one of the replica.</source>
        <translation>Der Operator ersetzt diese restartPolicy %1 durch %2, die des Replikats.</translation>
    </message>
    <message>
        <source>Set restartPolicy beside replicas instead.</source>
        <translation>Setzen Sie restartPolicy stattdessen neben replicas.</translation>
    </message>
    <message>
        <source>%1 manages no jobs: use kubeflow.org/training-operator or kueue.x-k8s.io/multikueue.</source>
        <translation>%1 verwaltet keine Jobs: möglich sind kubeflow.org/training-operator und kueue.x-k8s.io/multikueue.</translation>
    </message>
    <message>
        <source>%1 is no cleanPodPolicy: use All, Running or None.</source>
        <translation>%1 ist keine cleanPodPolicy: möglich sind All, Running und None.</translation>
    </message>
    <message>
        <source>minAvailable is %1, but the job has only %2 replicas: it would wait for ever.</source>
        <translation>minAvailable ist %1, aber der Job hat nur %2 Replikate: er würde ewig warten.</translation>
    </message>
    <message>
        <source>backoffLimit counts restarts of containers, and no replica restarts.</source>
        <translation>backoffLimit zählt Neustarts von Containern, und kein Replikat startet neu.</translation>
    </message>
    <message>
        <source>Set restartPolicy to OnFailure or ExitCode, or remove backoffLimit.</source>
        <translation>Setzen Sie restartPolicy auf OnFailure oder ExitCode, oder entfernen Sie backoffLimit.</translation>
    </message>
    <message>
        <source>The pod %1 would have a name of %2 characters; 63 are allowed. The API server takes the job, but its JobSet is refused and only an event says so.</source>
        <translation>Der Pod %1 hätte einen Namen von %2 Zeichen; erlaubt sind 63. Der API-Server nimmt den Job an, aber sein JobSet wird abgelehnt, und nur ein Event sagt es.</translation>
    </message>
    <message>
        <source>%1 is no training runtime: use ClusterTrainingRuntime or TrainingRuntime of trainer.kubeflow.org.</source>
        <translation>%1 ist keine Training-Runtime: möglich sind ClusterTrainingRuntime und TrainingRuntime von trainer.kubeflow.org.</translation>
    </message>
    <message>
        <source>%1 manages no TrainJobs: use trainer.kubeflow.org/trainjob-controller or kueue.x-k8s.io/multikueue.</source>
        <translation>%1 verwaltet keine TrainJobs: möglich sind trainer.kubeflow.org/trainjob-controller und kueue.x-k8s.io/multikueue.</translation>
    </message>
    <message>
        <source>The Trainer sets %1 itself; a job must not.</source>
        <translation>Der Trainer setzt %1 selbst; ein Job darf es nicht.</translation>
    </message>
    <message>
        <source>Use numNodes and numProcPerNode.</source>
        <translation>Nehmen Sie numNodes und numProcPerNode.</translation>
    </message>
    <message>
        <source>%1 is no address of a store: it needs a scheme such as hf:// or s3://.</source>
        <translation>%1 ist keine Adresse eines Speichers: davor fehlt ein Schema wie hf:// oder s3://.</translation>
    </message>
    <message>
        <source>%1 must be 1 or more.</source>
        <translation>%1 muss 1 oder mehr sein.</translation>
    </message>
    <message>
        <source>%1 cannot manage a patch: write a domain and a path, such as example.com/team.</source>
        <translation>%1 kann keinen Patch verwalten: schreiben Sie eine Domain und einen Pfad, etwa example.com/team.</translation>
    </message>
    <message>
        <source>%1 was replaced by runtimePatches in Trainer 2.2.</source>
        <translation>%1 wurde in Trainer 2.2 durch runtimePatches ersetzt.</translation>
    </message>
    <message>
        <source>mlPolicy can have one of %1 only.</source>
        <translation>mlPolicy kann nur eines von %1 haben.</translation>
    </message>
    <message>
        <source>The label trainer.kubeflow.org/framework is missing: the SDK skips this runtime.</source>
        <translation>Das Label trainer.kubeflow.org/framework fehlt: das SDK übergeht diese Runtime.</translation>
    </message>
    <message>
        <source>The job %1 of the runtime must have replicas: 1; numNodes sets the number of pods.</source>
        <translation>Der Job %1 der Runtime muss replicas: 1 haben; die Zahl der Pods setzt numNodes.</translation>
    </message>
    <message>
        <source>The text stands for more than %1 values.</source>
        <translation>Der Text steht für mehr als %1 Werte.</translation>
    </message>
    <message>
        <source>Aliases of aliases multiply: write them out or drop them.</source>
        <translation>Aliase von Aliasen vervielfachen sich: schreiben Sie sie aus oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>A key must be a word, not a list or a map.</source>
        <translation>Ein Schlüssel muss ein Wort sein, keine Liste und keine Abbildung.</translation>
    </message>
    <message>
        <source>Put a template&apos;s {{ … }} in quotes.</source>
        <translation>Setzen Sie {{ … }} einer Vorlage in Anführungszeichen.</translation>
    </message>
    <message>
        <source>This alias stands for something that contains itself.</source>
        <translation>Dieser Alias steht für etwas, das sich selbst enthält.</translation>
    </message>
    <message>
        <source>The tag %1 means nothing to Kubernetes.</source>
        <translation>Das Tag %1 bedeutet Kubernetes nichts.</translation>
    </message>
    <message>
        <source>Remove the tag.</source>
        <translation>Entfernen Sie das Tag.</translation>
    </message>
    <message>
        <source>%1 cannot be sent: JSON has no such number.</source>
        <translation>%1 kann nicht gesendet werden: JSON kennt keine solche Zahl.</translation>
    </message>
    <message>
        <source>Put it in quotes if it is meant as text.</source>
        <translation>Setzen Sie es in Anführungszeichen, wenn es Text sein soll.</translation>
    </message>
    <message>
        <source>The key %1 stands here for the second time, first in line %2.</source>
        <translation>Der Schlüssel %1 steht hier zum zweiten Mal, zuerst in Zeile %2.</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>Behalten Sie einen von beiden.</translation>
    </message>
    <message>
        <source>Merge keys are no part of YAML 1.2 and are not read here.</source>
        <translation>Merge-Schlüssel gehören nicht zu YAML 1.2 und werden hier nicht gelesen.</translation>
    </message>
    <message>
        <source>Write the merged fields out.</source>
        <translation>Schreiben Sie die Felder aus.</translation>
    </message>
    <message>
        <source>%1 must be a quantity such as 2, 500m or 4Gi.</source>
        <translation>%1 muss eine Menge sein wie 2, 500m oder 4Gi.</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 muss true oder false sein.</translation>
    </message>
    <message>
        <source>%1 must be a whole number.</source>
        <translation>%1 muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation>%1 muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>%1 must be a string.</source>
        <translation>%1 muss Text sein.</translation>
    </message>
    <message>
        <source>%1 must be a map of fields.</source>
        <translation>%1 muss eine Abbildung von Feldern sein.</translation>
    </message>
    <message>
        <source>%1 must be a list.</source>
        <translation>%1 muss eine Liste sein.</translation>
    </message>
    <message>
        <source>%1 must be a whole number or a string.</source>
        <translation>%1 muss eine ganze Zahl oder Text sein.</translation>
    </message>
    <message>
        <source>%1 is empty: the same as leaving it out.</source>
        <translation>%1 ist leer: das ist dasselbe wie weglassen.</translation>
    </message>
    <message>
        <source>Give it a value or remove the line.</source>
        <translation>Geben Sie einen Wert an oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>The field %1 is missing in %2.</source>
        <translation>Das Feld %1 fehlt in %2.</translation>
    </message>
    <message>
        <source>There is no field %1 here.</source>
        <translation>Ein Feld %1 gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>It belongs one level up, beside %1.</source>
        <translation>Es gehört eine Ebene höher, neben %1.</translation>
    </message>
    <message>
        <source>It belongs one level down, under %1.</source>
        <translation>Es gehört eine Ebene tiefer, unter %1.</translation>
    </message>
    <message>
        <source>%1 must have at least %2 entries.</source>
        <translation>%1 muss mindestens %2 Einträge haben.</translation>
    </message>
    <message>
        <source>%1 has %2 entries; at most %3 are allowed.</source>
        <translation>%1 hat %2 Einträge; erlaubt sind höchstens %3.</translation>
    </message>
    <message>
        <source>%1 has this entry already.</source>
        <translation>%1 hat diesen Eintrag schon.</translation>
    </message>
    <message>
        <source>Entries must differ in %1.</source>
        <translation>Einträge müssen sich in %1 unterscheiden.</translation>
    </message>
    <message>
        <source>%1 must be one of %2.</source>
        <translation>%1 muss eines von %2 sein.</translation>
    </message>
    <message>
        <source>%1 must be more than %2.</source>
        <translation>%1 muss mehr als %2 sein.</translation>
    </message>
    <message>
        <source>%1 must be %2 or more.</source>
        <translation>%1 muss %2 oder mehr sein.</translation>
    </message>
    <message>
        <source>%1 must be less than %2.</source>
        <translation>%1 muss weniger als %2 sein.</translation>
    </message>
    <message>
        <source>%1 must be %2 or less.</source>
        <translation>%1 muss %2 oder weniger sein.</translation>
    </message>
    <message>
        <source>%1 does not fit into 32 bits.</source>
        <translation>%1 passt nicht in 32 Bit.</translation>
    </message>
    <message>
        <source>%1 is read as %2: a leading zero means octal.</source>
        <translation>%1 wird als %2 gelesen: eine führende Null bedeutet oktal.</translation>
    </message>
    <message>
        <source>Remove the zero, or put the value in quotes if it is text.</source>
        <translation>Entfernen Sie die Null oder setzen Sie den Wert in Anführungszeichen, wenn er Text ist.</translation>
    </message>
    <message>
        <source>%1 must match the pattern %2.</source>
        <translation>%1 muss zum Muster %2 passen.</translation>
    </message>
    <message>
        <source>%1 must not be empty.</source>
        <translation>%1 darf nicht leer sein.</translation>
    </message>
    <message>
        <source>%1 must have at least %2 characters.</source>
        <translation>%1 muss mindestens %2 Zeichen haben.</translation>
    </message>
    <message>
        <source>%1 has %2 characters; at most %3 are allowed.</source>
        <translation>%1 hat %2 Zeichen; erlaubt sind höchstens %3.</translation>
    </message>
    <message>
        <source>kubectl reads %1 without quotes as %2, not as text.</source>
        <translation>kubectl liest %1 ohne Anführungszeichen als %2, nicht als Text.</translation>
    </message>
    <message>
        <source>Put it in quotes.</source>
        <translation>Setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The field %1 is missing.</source>
        <translation>Das Feld %1 fehlt.</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Config maps</source>
        <translation>ConfigMaps</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>JAX jobs</source>
        <translation>JAX-Jobs</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>Job sets</source>
        <translation>JobSets</translation>
    </message>
    <message>
        <source>MPI jobs</source>
        <translation>MPI-Jobs</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namespaces</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodes</translation>
    </message>
    <message>
        <source>Paddle jobs</source>
        <translation>Paddle-Jobs</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>PyTorch jobs</source>
        <translation>PyTorch-Jobs</translation>
    </message>
    <message>
        <source>TensorFlow jobs</source>
        <translation>TensorFlow-Jobs</translation>
    </message>
    <message>
        <source>Train jobs</source>
        <translation>Train-Jobs</translation>
    </message>
    <message>
        <source>XGBoost jobs</source>
        <translation>XGBoost-Jobs</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The cluster&apos;s name cannot be resolved</source>
        <translation>Der Name des Clusters lässt sich nicht auflösen</translation>
    </message>
    <message>
        <source>Check the server address in the kubeconfig, the network and the VPN.</source>
        <translation>Die Serveradresse in der Kubeconfig, das Netz und das VPN prüfen.</translation>
    </message>
    <message>
        <source>The cluster refused the connection</source>
        <translation>Der Cluster hat die Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Check that the cluster is running, or start the sandbox.</source>
        <translation>Prüfen, ob der Cluster läuft, oder die Sandbox starten.</translation>
    </message>
    <message>
        <source>The cluster cannot be reached</source>
        <translation>Der Cluster ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Check the network; it is tried again by itself.</source>
        <translation>Das Netz prüfen; es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>The cluster&apos;s certificate has expired</source>
        <translation>Das Zertifikat des Clusters ist abgelaufen</translation>
    </message>
    <message>
        <source>Renew the certificate, or check this computer&apos;s clock.</source>
        <translation>Das Zertifikat erneuern oder die Uhr dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The cluster&apos;s certificate is for another name</source>
        <translation>Das Zertifikat des Clusters gilt für einen anderen Namen</translation>
    </message>
    <message>
        <source>Use the name that the certificate names as server address, or set tls-server-name.</source>
        <translation>Als Serveradresse den Namen nehmen, den das Zertifikat nennt, oder tls-server-name setzen.</translation>
    </message>
    <message>
        <source>The cluster&apos;s certificate is not trusted</source>
        <translation>Dem Zertifikat des Clusters wird nicht vertraut</translation>
    </message>
    <message>
        <source>The certificate authority in the kubeconfig is not the one that signed it: fetch the kubeconfig again.</source>
        <translation>Die Zertifizierungsstelle in der Kubeconfig ist nicht die, die es unterschrieben hat: die Kubeconfig neu holen.</translation>
    </message>
    <message>
        <source>The cluster does not allow this</source>
        <translation>Der Cluster erlaubt dies nicht</translation>
    </message>
    <message>
        <source>Ask the cluster&apos;s administrator for the right, or use another context.</source>
        <translation>Die Verwaltung des Clusters um das Recht bitten oder einen anderen Kontext nehmen.</translation>
    </message>
    <message>
        <source>%1 may not %2 %3 in the whole cluster.</source>
        <translation>%1 darf %2 %3 nicht im ganzen Cluster.</translation>
    </message>
    <message>
        <source>%1 may not %2 %3 in namespace %4.</source>
        <translation>%1 darf %2 %3 nicht im Namespace %4.</translation>
    </message>
    <message>
        <source>Choose one namespace, or ask for a ClusterRole with the verb %1.</source>
        <translation>Einen Namespace wählen oder um eine ClusterRole mit dem Verb %1 bitten.</translation>
    </message>
    <message>
        <source>Ask for a Role with the verb %1, or use another namespace or context.</source>
        <translation>Um eine Role mit dem Verb %1 bitten oder einen anderen Namespace oder Kontext nehmen.</translation>
    </message>
    <message>
        <source>An object of this name exists already</source>
        <translation>Ein Objekt dieses Namens gibt es schon</translation>
    </message>
    <message>
        <source>Choose another name, or delete the old one first.</source>
        <translation>Einen anderen Namen wählen oder das alte zuerst löschen.</translation>
    </message>
    <message>
        <source>Somebody else changed the object meanwhile</source>
        <translation>Jemand anderes hat das Objekt inzwischen geändert</translation>
    </message>
    <message>
        <source>Look at the new state and try again.</source>
        <translation>Den neuen Stand ansehen und es wieder versuchen.</translation>
    </message>
    <message>
        <source>The admission webhook %1 refused the object</source>
        <translation>Der Admission-Webhook %1 hat das Objekt abgelehnt</translation>
    </message>
    <message>
        <source>Correct what it names and try again; nothing was changed in the cluster.</source>
        <translation>Berichtigen, was er nennt, und es wieder versuchen; im Cluster wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The admission webhook %1 does not answer</source>
        <translation>Der Admission-Webhook %1 antwortet nicht</translation>
    </message>
    <message>
        <source>The operator that serves it is not ready: look at its pods and try again.</source>
        <translation>Der Operator dahinter ist nicht bereit: seine Pods ansehen und es wieder versuchen.</translation>
    </message>
    <message>
        <source>The cluster failed to answer (HTTP %1)</source>
        <translation>Der Cluster konnte nicht antworten (HTTP %1)</translation>
    </message>
    <message>
        <source>It is tried again by itself; if it stays so, look at the API server&apos;s log.</source>
        <translation>Es wird von selbst wieder versucht; bleibt es so, das Log des API-Servers ansehen.</translation>
    </message>
    <message>
        <source>The cluster does not accept these credentials</source>
        <translation>Der Cluster nimmt diese Zugangsdaten nicht an</translation>
    </message>
    <message>
        <source>The token may have expired: log in again and reload the kubeconfig.</source>
        <translation>Das Token ist vielleicht abgelaufen: neu anmelden und die Kubeconfig neu laden.</translation>
    </message>
    <message>
        <source>It is not there</source>
        <translation>Es ist nicht da</translation>
    </message>
    <message>
        <source>It may have been deleted, or the cluster does not have this kind installed.</source>
        <translation>Es wurde vielleicht gelöscht, oder dem Cluster fehlt diese Art von Objekten.</translation>
    </message>
    <message>
        <source>The cluster found the object invalid</source>
        <translation>Der Cluster fand das Objekt ungültig</translation>
    </message>
    <message>
        <source>Correct the fields it names and try again.</source>
        <translation>Die genannten Felder berichtigen und es wieder versuchen.</translation>
    </message>
    <message>
        <source>The cluster no longer has that version</source>
        <translation>Der Cluster hat diese Version nicht mehr</translation>
    </message>
    <message>
        <source>The list is read again by itself.</source>
        <translation>Die Liste wird von selbst neu gelesen.</translation>
    </message>
    <message>
        <source>The cluster asks for fewer requests</source>
        <translation>Der Cluster bittet um weniger Anfragen</translation>
    </message>
    <message>
        <source>It is tried again by itself after a pause.</source>
        <translation>Es wird nach einer Pause von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The configuration is wrong</source>
        <translation>Die Konfiguration ist falsch</translation>
    </message>
    <message>
        <source>Correct it in %1.</source>
        <translation>In %1 berichtigen.</translation>
    </message>
    <message>
        <source>The cluster took too long to answer</source>
        <translation>Der Cluster brauchte zu lange für eine Antwort</translation>
    </message>
    <message>
        <source>What answered is not a Kubernetes API server</source>
        <translation>Was geantwortet hat, ist kein Kubernetes-API-Server</translation>
    </message>
    <message>
        <source>Check the server address in the kubeconfig: a proxy or a login page may stand in between.</source>
        <translation>Die Serveradresse in der Kubeconfig prüfen: ein Proxy oder eine Anmeldeseite steht vielleicht dazwischen.</translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation>Eine Datei konnte nicht gelesen oder geschrieben werden</translation>
    </message>
    <message>
        <source>Check that the disk has room and that the file may be accessed.</source>
        <translation>Prüfen, ob auf der Platte Platz ist und die Datei zugänglich ist.</translation>
    </message>
    <message>
        <source>The text cannot be read</source>
        <translation>Der Text ist nicht lesbar</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Berichtigen und wieder versuchen.</translation>
    </message>
    <message>
        <source>The connection broke while the cluster was changing something</source>
        <translation>Die Verbindung brach ab, während der Cluster etwas änderte</translation>
    </message>
    <message>
        <source>Look whether the object is there before you try again.</source>
        <translation>Vor einem neuen Versuch nachsehen, ob das Objekt da ist.</translation>
    </message>
    <message>
        <source>The cluster does not accept your client certificate</source>
        <translation>Der Cluster nimmt Ihr Client-Zertifikat nicht an</translation>
    </message>
    <message>
        <source>It may have expired: log in again, or fetch the kubeconfig again.</source>
        <translation>Es ist vielleicht abgelaufen: neu anmelden oder die Kubeconfig neu holen.</translation>
    </message>
    <message>
        <source>The cluster&apos;s certificate is not valid yet</source>
        <translation>Das Zertifikat des Clusters gilt noch nicht</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock.</source>
        <translation>Die Uhr dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The server does not speak TLS</source>
        <translation>Der Server spricht kein TLS</translation>
    </message>
    <message>
        <source>Check the server address in the kubeconfig: is it http instead of https, or another port?</source>
        <translation>Die Serveradresse in der Kubeconfig prüfen: ist es http statt https oder ein anderer Port?</translation>
    </message>
</context>
<context>
    <name>SpecCompletion</name>
    <message>
        <source>quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>string</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>map</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>whole number or string</source>
        <translation>ganze Zahl oder Text</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, nötig</translation>
    </message>
    <message>
        <source>replica type</source>
        <translation>Replikat-Typ</translation>
    </message>
    <message>
        <source>%1, default %2</source>
        <translation>%1, Vorgabe %2</translation>
    </message>
    <message>
        <source>One of %1</source>
        <translation>Eines von %1</translation>
    </message>
</context>
<context>
    <name>SpecPreview</name>
    <message>
        <source>&lt;namespace&gt;</source>
        <translation>&lt;Namespace&gt;</translation>
    </message>
    <message>
        <source>ConfigMap %1-config</source>
        <translation>ConfigMap %1-config</translation>
    </message>
    <message>
        <source>A headless Service for each pod</source>
        <translation>Ein Headless-Service je Pod</translation>
    </message>
    <message>
        <source>the runtime&apos;s image</source>
        <translation>das Image der Runtime</translation>
    </message>
    <message>
        <source>JobSet %1</source>
        <translation>JobSet %1</translation>
    </message>
    <message>
        <source>The runtime says how many nodes there are: the job does not.</source>
        <translation>Wie viele Nodes es sind, sagt die Runtime: der Job nicht.</translation>
    </message>
    <message>
        <source>The job is created suspended: nothing starts before it is resumed.</source>
        <translation>Der Job wird angehalten angelegt: nichts startet, bevor er fortgesetzt wird.</translation>
    </message>
    <message>
        <source>The job and its pods are deleted %1 after its end, and the logs with them.</source>
        <translation>Der Job und seine Pods werden %1 nach seinem Ende gelöscht und die Logs mit ihnen.</translation>
    </message>
    <message>
        <source>The job fails if it runs longer than %1.</source>
        <translation>Der Job scheitert, wenn er länger als %1 läuft.</translation>
    </message>
    <message>
        <source>The job fails after %1 restarts.</source>
        <translation>Der Job scheitert nach %1 Neustarts.</translation>
    </message>
    <message>
        <source>Every worker first waits for the master&apos;s address in an init container.</source>
        <translation>Jeder Worker wartet zuerst in einem Init-Container auf die Adresse des Masters.</translation>
    </message>
    <message>
        <source>All pods are deleted when the job ends, and their logs with them.</source>
        <translation>Alle Pods werden am Ende des Jobs gelöscht und ihre Logs mit ihnen.</translation>
    </message>
    <message>
        <source>Pods that still run or wait when the job ends are deleted; the others stay.</source>
        <translation>Pods, die am Ende des Jobs noch laufen oder warten, werden gelöscht; die anderen bleiben.</translation>
    </message>
    <message>
        <source>The pods stay after the job&apos;s end, and so do their logs.</source>
        <translation>Die Pods bleiben nach dem Ende des Jobs und ihre Logs auch.</translation>
    </message>
    <message>
        <source>1 pod</source>
        <translation>1 Pod</translation>
    </message>
    <message>
        <source>%1 pods</source>
        <translation>%1 Pods</translation>
    </message>
    <message>
        <source>%1 CPU</source>
        <translation>%1 CPU</translation>
    </message>
    <message>
        <source>%1 GPU</source>
        <translation>%1 GPU</translation>
    </message>
</context>
<context>
    <name>Validate</name>
    <message>
        <source>Usage: pilothouse validate [--format text|json] [--quiet] FILE|-…
Checks specs of Kubeflow jobs without a cluster. Exit code 0: nothing wrong, 1: errors, 2: a file cannot be read.
</source>
        <translation>Aufruf: pilothouse validate [--format text|json] [--quiet] DATEI|-…
Prüft Specs von Kubeflow-Jobs ohne Cluster. Exit-Code 0: nichts falsch, 1: Fehler, 2: eine Datei ist nicht lesbar.
</translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>To log in, the context %1 runs the program %2.</source>
        <translation>Zur Anmeldung führt der Kontext %1 das Programm %2 aus.</translation>
    </message>
    <message>
        <source>Run it only if you trust the file that names it.</source>
        <translation>Nur ausführen, wenn Sie der Datei vertrauen, die es nennt.</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>%1 ausführen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>%1 answers in %2 ms: Kubernetes %3.</source>
        <translation>%1 antwortet in %2 ms: Kubernetes %3.</translation>
    </message>
    <message>
        <source>Open a log</source>
        <translation>Log öffnen</translation>
    </message>
    <message>
        <source>Logs (*.log *.txt *.out *.err *.gz *.zst);;All files (*)</source>
        <translation>Logs (*.log *.txt *.out *.err *.gz *.zst);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a kubeconfig</source>
        <translation>Kubeconfig öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>app::Clusters</name>
    <message>
        <source>No kubeconfig was found. Open one, or set KUBECONFIG.</source>
        <translation>Es wurde keine Kubeconfig gefunden. Öffnen Sie eine oder setzen Sie KUBECONFIG.</translation>
    </message>
    <message>
        <source>%1, certificate not verified</source>
        <translation>%1, Zertifikat nicht geprüft</translation>
    </message>
    <message>
        <source>logs in with a program</source>
        <translation>meldet sich mit einem Programm an</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>app::Demo</name>
    <message numerus="yes">
        <source>The job did not end within %n minutes.</source>
        <translation>
            <numerusform>Der Job endete nicht innerhalb %n Minute.</numerusform>
            <numerusform>Der Job endete nicht innerhalb von %n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing the sandbox.</source>
        <translation>Die Sandbox wird vorbereitet.</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Sandbox, %1: %2, about %3.</source>
        <translation>Sandbox, %1: %2, etwa %3.</translation>
    </message>
    <message>
        <source>Sandbox, %1: %2.</source>
        <translation>Sandbox, %1: %2.</translation>
    </message>
    <message>
        <source>Connected to %1 in %2 ms: Kubernetes %3.</source>
        <translation>Mit %1 in %2 ms verbunden: Kubernetes %3.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Launching %1.</source>
        <translation>%1 wird gestartet.</translation>
    </message>
    <message>
        <source>%1 %2 was created in the namespace %3.</source>
        <translation>%1 %2 wurde im Namespace %3 angelegt.</translation>
    </message>
    <message>
        <source>%1 is %2, %3 of %4 ranks ready.</source>
        <translation>%1 ist %2, %3 von %4 Rängen bereit.</translation>
    </message>
    <message>
        <source>The job failed.</source>
        <translation>Der Job ist gescheitert.</translation>
    </message>
    <message>
        <source>The job succeeded after %1.</source>
        <translation>Der Job war nach %1 erfolgreich.</translation>
    </message>
    <message>
        <source>%1  loss %2</source>
        <translation>%1  Loss %2</translation>
    </message>
    <message>
        <source>  accuracy %1</source>
        <translation>  Genauigkeit %1</translation>
    </message>
    <message>
        <source>The picture %1 could not be saved.</source>
        <translation>Das Bild %1 konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Pictures are in %1.</source>
        <translation>Bilder liegen in %1.</translation>
    </message>
</context>
<context>
    <name>app::JobController</name>
    <message>
        <source>%1 cannot be suspended.</source>
        <translation>%1 kann nicht angehalten werden.</translation>
    </message>
    <message>
        <source>Delete it instead.</source>
        <translation>Stattdessen löschen.</translation>
    </message>
    <message>
        <source>%1 was suspended.</source>
        <translation>%1 wurde angehalten.</translation>
    </message>
    <message>
        <source>%1 was resumed.</source>
        <translation>%1 wurde fortgesetzt.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>app::LaunchController</name>
    <message>
        <source>Asking the server about %1 %2…</source>
        <translation>Der Server wird nach %1 %2 gefragt …</translation>
    </message>
    <message>
        <source>Creating %1 %2…</source>
        <translation>%1 %2 wird angelegt …</translation>
    </message>
</context>
<context>
    <name>app::Workspace</name>
    <message>
        <source>sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message numerus="yes">
        <source>The server would take the %n objects.</source>
        <translation>
            <numerusform>Der Server würde das Objekt annehmen.</numerusform>
            <numerusform>Der Server würde die %n Objekte annehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Launching the sample…</source>
        <translation>Das Beispiel wird gestartet …</translation>
    </message>
    <message>
        <source>%1 was launched.</source>
        <translation>%1 wurde gestartet.</translation>
    </message>
    <message>
        <source>%1 runs already.</source>
        <translation>%1 läuft schon.</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>verbindet …</translation>
    </message>
    <message>
        <source>no answer, trying again</source>
        <translation>keine Antwort, neuer Versuch</translation>
    </message>
    <message>
        <source>connected %1 ms</source>
        <translation>verbunden %1 ms</translation>
    </message>
    <message>
        <source>last seen %1, reconnecting</source>
        <translation>zuletzt %1, verbindet neu</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Nothing was launched: this cluster is read-only.</source>
        <translation>Nichts wurde gestartet: dieser Cluster ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Lift the shield in the bar above first.</source>
        <translation>Zuerst den Schutz in der Leiste oben aufheben.</translation>
    </message>
</context>
<context>
    <name>models::JobLogs</name>
    <message>
        <source>Log lines cannot be kept on disk: the folder %1 cannot be made.</source>
        <translation>Log-Zeilen können nicht auf der Platte gehalten werden: der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Free some space or check the rights of the folder.</source>
        <translation>Platz schaffen oder die Rechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>Log lines are being lost: the disk refused them (%1).</source>
        <translation>Log-Zeilen gehen verloren: die Platte nahm sie nicht an (%1).</translation>
    </message>
    <message>
        <source>Free some space under %1.</source>
        <translation>Platz unter %1 schaffen.</translation>
    </message>
</context>
<context>
    <name>models::JobRun</name>
    <message>
        <source>epoch %1/%2</source>
        <translation>Epoche %1/%2</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>step %1/%2</source>
        <translation>Schritt %1/%2</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>models::LogFile</name>
    <message>
        <source>%1 cannot be read to its end: %2.</source>
        <translation>%1 ist nicht bis zum Ende lesbar: %2.</translation>
    </message>
    <message>
        <source>What was read until there is shown.</source>
        <translation>Was bis dahin gelesen wurde, wird gezeigt.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>Check the name and the rights of the file.</source>
        <translation>Name und Rechte der Datei prüfen.</translation>
    </message>
</context>
<context>
    <name>models::LogSearch</name>
    <message>
        <source>%1 (at character %2)</source>
        <translation>%1 (bei Zeichen %2)</translation>
    </message>
</context>
<context>
    <name>models::SandboxSupervisor</name>
    <message>
        <source>Build Kubernetes and the operators, once</source>
        <translation>Kubernetes und die Operatoren bauen, einmalig</translation>
    </message>
    <message>
        <source>Make the images, once</source>
        <translation>Die Images herstellen, einmalig</translation>
    </message>
    <message>
        <source>Open a private room on this machine</source>
        <translation>Einen eigenen Raum auf diesem Rechner öffnen</translation>
    </message>
    <message>
        <source>Start the control plane</source>
        <translation>Die Control Plane starten</translation>
    </message>
    <message>
        <source>Start the node</source>
        <translation>Den Node starten</translation>
    </message>
    <message>
        <source>Install Kubeflow</source>
        <translation>Kubeflow einrichten</translation>
    </message>
    <message>
        <source>The sandbox cannot be started: the program pilothouse-sandbox is not installed.</source>
        <translation>Die Sandbox kann nicht gestartet werden: das Programm pilothouse-sandbox ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install it beside pilothouse, or use a cluster of your own.</source>
        <translation>Neben pilothouse installieren oder einen eigenen Cluster benutzen.</translation>
    </message>
    <message>
        <source>The sandbox could not be started: %1.</source>
        <translation>Die Sandbox konnte nicht gestartet werden: %1.</translation>
    </message>
    <message>
        <source>The sandbox could not be stopped: its program ended with exit code %1.</source>
        <translation>Die Sandbox konnte nicht beendet werden: ihr Programm endete mit Exit-Code %1.</translation>
    </message>
    <message>
        <source>The sandbox was not prepared: its program ended with exit code %1.</source>
        <translation>Die Sandbox wurde nicht fertig: ihr Programm endete mit Exit-Code %1.</translation>
    </message>
    <message>
        <source>Its log says what happened; start it again to go on from there.</source>
        <translation>Ihr Log sagt, was geschah; ein neuer Start macht dort weiter.</translation>
    </message>
</context>
<context>
    <name>models::SpecDocument</name>
    <message>
        <source>The cluster does not know %1 of %2.</source>
        <translation>Der Cluster kennt %1 von %2 nicht.</translation>
    </message>
    <message>
        <source>Install the operator that brings it, or choose another cluster.</source>
        <translation>Den Operator installieren, der es mitbringt, oder einen anderen Cluster wählen.</translation>
    </message>
    <message>
        <source>The API server says: %1</source>
        <translation>Der API-Server sagt: %1</translation>
    </message>
    <message>
        <source>No schema for %1: only YAML and names are checked.</source>
        <translation>Kein Schema für %1: nur YAML und Namen werden geprüft.</translation>
    </message>
    <message>
        <source>The cluster does not serve %1.</source>
        <translation>Der Cluster bietet %1 nicht an.</translation>
    </message>
    <message>
        <source>Checked with the bundled schema of %1.</source>
        <translation>Geprüft mit dem mitgelieferten Schema von %1.</translation>
    </message>
    <message>
        <source>Checked with the cluster&apos;s own schema.</source>
        <translation>Geprüft mit dem Schema des Clusters.</translation>
    </message>
</context>
<context>
    <name>views::ChartCanvas</name>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>mean of %1</source>
        <translation>Mittel aus %1</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>Minimum</translation>
    </message>
</context>
<context>
    <name>views::ChartCard</name>
    <message>
        <source>Reset zoom</source>
        <translation>Zoom zurücksetzen</translation>
    </message>
    <message>
        <source>No figures in the log yet. They appear as soon as a line names one, such as loss=0.31.</source>
        <translation>Noch keine Zahlen im Log. Sie erscheinen, sobald eine Zeile eine nennt, etwa loss=0.31.</translation>
    </message>
</context>
<context>
    <name>views::CommandPalette</name>
    <message>
        <source>Nothing has this name.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Search or run…</source>
        <translation>Suchen oder ausführen …</translation>
    </message>
</context>
<context>
    <name>views::ConfirmBar</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>views::CurvesTab</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Pictures (PNG) …</source>
        <translation>Bilder (PNG) …</translation>
    </message>
    <message>
        <source>Drawings (SVG) …</source>
        <translation>Zeichnungen (SVG) …</translation>
    </message>
    <message>
        <source>Numbers (CSV) …</source>
        <translation>Zahlen (CSV) …</translation>
    </message>
    <message>
        <source>Export all charts to a folder</source>
        <translation>Alle Diagramme in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>No figures in the log yet</source>
        <translation>Noch keine Zahlen im Log</translation>
    </message>
    <message>
        <source>Curves draw themselves as soon as a line names a number, such as step=10 loss=0.31.</source>
        <translation>Kurven zeichnen sich, sobald eine Zeile eine Zahl nennt, etwa step=10 loss=0.31.</translation>
    </message>
</context>
<context>
    <name>views::DiagnosisCard</name>
    <message>
        <source>See its log</source>
        <translation>Sein Log ansehen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
</context>
<context>
    <name>views::DiagnosticList</name>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>operator rule</source>
        <translation>Regel des Operators</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>views::FigureCards</name>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>ranks</source>
        <translation>Ränge</translation>
    </message>
    <message>
        <source>Show all curves</source>
        <translation>Alle Kurven zeigen</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>not in the log</source>
        <translation>nicht im Log</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
</context>
<context>
    <name>views::FiveFaces</name>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Last seen %1 ago, reconnecting. %2</source>
        <translation>Zuletzt vor %1 gesehen, verbindet neu. %2</translation>
    </message>
</context>
<context>
    <name>views::JobHeader</name>
    <message>
        <source>Clone</source>
        <translation>Klonen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Back to all jobs (%1)</source>
        <translation>Zurück zu allen Jobs (%1)</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>This context is read-only.</source>
        <translation>Dieser Kontext ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
</context>
<context>
    <name>views::JobPage</name>
    <message>
        <source>Summary</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>No events.</source>
        <translation>Keine Events.</translation>
    </message>
    <message>
        <source>Kubernetes forgets events after an hour.</source>
        <translation>Kubernetes vergisst Events nach einer Stunde.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %1 with its %n pod(s) and their logs?</source>
        <translation>
            <numerusform>%1 mit seinem %n Pod und dessen Logs löschen?</numerusform>
            <numerusform>%1 mit seinen %n Pods und deren Logs löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>views::LaunchBar</name>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Go to the next problem (F8)</source>
        <translation>Zum nächsten Problem (F8)</translation>
    </message>
    <message>
        <source>Launch in %1</source>
        <translation>In %1 starten</translation>
    </message>
    <message>
        <source>Connect to a cluster first</source>
        <translation>Zuerst mit einem Cluster verbinden</translation>
    </message>
    <message>
        <source>This context is read-only</source>
        <translation>Dieser Kontext ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Create what the text describes (Ctrl+Return)</source>
        <translation>Anlegen, was der Text beschreibt (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Ask the server whether it would take the text; nothing is created (Ctrl+Shift+Return)</source>
        <translation>Den Server fragen, ob er den Text annähme; angelegt wird nichts (Strg+Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 Probleme</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 Warnungen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
</context>
<context>
    <name>views::LaunchPage</name>
    <message>
        <source>%1 %2 was created.</source>
        <translation>%1 %2 wurde angelegt.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seine Seite öffnen</translation>
    </message>
    <message>
        <source>Open a spec</source>
        <translation>Spec öffnen</translation>
    </message>
    <message>
        <source>YAML (*.yaml *.yml *.json);;All files (*)</source>
        <translation>YAML (*.yaml *.yml *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than 4 MiB.</source>
        <translation>%1 ist größer als 4 MiB.</translation>
    </message>
    <message>
        <source>Put data into an image or a volume.</source>
        <translation>Daten in ein Image oder ein Volume legen.</translation>
    </message>
</context>
<context>
    <name>views::LogFilePage</name>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>views::LogView</name>
    <message>
        <source>1 new line</source>
        <translation>1 neue Zeile</translation>
    </message>
    <message>
        <source>%1 new lines</source>
        <translation>%1 neue Zeilen</translation>
    </message>
    <message>
        <source> … %1 more</source>
        <translation> … %1 mehr</translation>
    </message>
    <message>
        <source>No lines yet</source>
        <translation>Noch keine Zeilen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy with time and rank</source>
        <translation>Mit Zeit und Rang kopieren</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
</context>
<context>
    <name>views::LogsTab</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Go to the first error</source>
        <translation>Zum ersten Fehler</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>Ohne Zeit</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Time stamps</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Follow new lines (End)</source>
        <translation>Neuen Zeilen folgen (Ende)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Save what is shown</source>
        <translation>Speichern, was gezeigt wird</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>%1 hits</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>No errors</source>
        <translation>Keine Fehler</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>1 line, %1</source>
        <translation>1 Zeile, %1</translation>
    </message>
    <message>
        <source>%1 lines, %2</source>
        <translation>%1 Zeilen, %2</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Log speichern</translation>
    </message>
    <message>
        <source>Text (*.txt *.log);;Compressed text (*.zst)</source>
        <translation>Text (*.txt *.log);;Komprimierter Text (*.zst)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>views::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>views::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>views::OverviewPage</name>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Nothing runs now.</source>
        <translation>Gerade läuft nichts.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Nothing failed.</source>
        <translation>Nichts ist gescheitert.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Succeeded</translation>
    </message>
    <message>
        <source>Nothing has finished yet.</source>
        <translation>Noch ist nichts fertig.</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Neuer Job</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodes</translation>
    </message>
    <message>
        <source>No job is on this cluster.</source>
        <translation>Auf diesem Cluster ist kein Job.</translation>
    </message>
    <message>
        <source>The sample trains a small network on handwritten digits with three ranks.</source>
        <translation>Das Beispiel trainiert ein kleines Netz mit drei Rängen auf handgeschriebenen Ziffern.</translation>
    </message>
    <message>
        <source>Launch the sample</source>
        <translation>Beispiel starten</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n Job</numerusform>
            <numerusform>%n Jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::PreviewPane</name>
    <message>
        <source>What will be created</source>
        <translation>Was angelegt wird</translation>
    </message>
    <message>
        <source>Pods that will be created</source>
        <translation>Pods, die angelegt werden</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Noch nichts.</translation>
    </message>
    <message>
        <source>%1 of %2 GPUs are free.</source>
        <translation>%1 von %2 GPUs sind frei.</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>image %1</source>
        <translation>Image %1</translation>
    </message>
    <message>
        <source>reached as %1</source>
        <translation>erreichbar als %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>No pods.</source>
        <translation>Keine Pods.</translation>
    </message>
</context>
<context>
    <name>views::Rail</name>
    <message>
        <source>Collapse</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Ausklappen</translation>
    </message>
</context>
<context>
    <name>views::RankChips</name>
    <message>
        <source>%1 more</source>
        <translation>%1 mehr</translation>
    </message>
    <message>
        <source>All ranks</source>
        <translation>Alle Ränge</translation>
    </message>
</context>
<context>
    <name>views::RankMap</name>
    <message>
        <source>Ranks</source>
        <translation>Ränge</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>No pods yet.</source>
        <translation>Noch keine Pods.</translation>
    </message>
    <message>
        <source>on node %1</source>
        <translation>auf Node %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n restart(s)</source>
        <translation>
            <numerusform>%1: %n Neustart</numerusform>
            <numerusform>%1: %n Neustarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::SandboxCard</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Log zeigen</translation>
    </message>
    <message>
        <source>Hide log</source>
        <translation>Log verbergen</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>Sandbox starten</translation>
    </message>
    <message>
        <source>Log of the preparation</source>
        <translation>Log der Vorbereitung</translation>
    </message>
    <message>
        <source>A real one-node Kubernetes with the Kubeflow operators, on this machine. Nothing is needed but this program; the first start builds it and takes a quarter of an hour, the next ones seconds.</source>
        <translation>Ein echtes Kubernetes aus einem Node mit den Kubeflow-Operatoren, auf diesem Rechner. Es braucht nichts als dieses Programm; der erste Start baut es und dauert eine Viertelstunde, die nächsten Sekunden.</translation>
    </message>
    <message>
        <source>The sandbox is up: a Kubernetes of your own with the Kubeflow operators.</source>
        <translation>Die Sandbox läuft: ein eigenes Kubernetes mit den Kubeflow-Operatoren.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open the sandbox</source>
        <translation>Sandbox öffnen</translation>
    </message>
    <message>
        <source>Looking at what is there</source>
        <translation>Sehen, was da ist</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation>%1 von etwa %2</translation>
    </message>
</context>
<context>
    <name>views::SearchButton</name>
    <message>
        <source>Search or run…</source>
        <translation>Suchen oder ausführen …</translation>
    </message>
</context>
<context>
    <name>views::SelectionBar</name>
    <message>
        <source>Suspend</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the selected jobs (%1)</source>
        <translation>Die gewählten Jobs löschen (%1)</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Job</numerusform>
            <numerusform>%n Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>This context is read-only.</source>
        <translation>Dieser Kontext ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>last change %1 ago</source>
        <translation>letzte Änderung vor %1</translation>
    </message>
</context>
<context>
    <name>views::SeriesItem</name>
    <message>
        <source>restart</source>
        <translation>Neustart</translation>
    </message>
</context>
<context>
    <name>views::SettingsPage</name>
    <message>
        <source>Projector mode: larger type and lines (Ctrl+Shift+P)</source>
        <translation>Beamer-Modus: größere Schrift und Linien (Strg+Umschalt+P)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>A new language is used from the next start.</source>
        <translation>Eine neue Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>views::StripCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::SummaryTab</name>
    <message>
        <source>Ranks</source>
        <translation>Ränge</translation>
    </message>
    <message>
        <source>Newest lines</source>
        <translation>Neueste Zeilen</translation>
    </message>
    <message>
        <source>All logs</source>
        <translation>Alle Logs</translation>
    </message>
</context>
<context>
    <name>views::TemplateGallery</name>
    <message>
        <source>Choose what to start from, or paste, drop or open YAML of your own.</source>
        <translation>Wählen, womit begonnen wird, oder eigenes YAML einfügen, hierher ziehen oder öffnen.</translation>
    </message>
</context>
<context>
    <name>views::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
</context>
<context>
    <name>views::TopBar</name>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>This cluster is shielded: nothing is changed on it from here. Click to lift the shield until you leave.</source>
        <translation>Dieser Cluster ist geschützt: von hier wird an ihm nichts geändert. Ein Klick hebt den Schutz auf, bis Sie ihn verlassen.</translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation>Kein Cluster</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>All clusters…</source>
        <translation>Alle Cluster …</translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>Alle Namespaces</translation>
    </message>
    <message>
        <source>all namespaces</source>
        <translation>alle Namespaces</translation>
    </message>
    <message>
        <source>namespace: %1</source>
        <translation>Namespace: %1</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>views::TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Neuer Job</translation>
    </message>
    <message>
        <source>Write a new job (%1)</source>
        <translation>Einen neuen Job schreiben (%1)</translation>
    </message>
    <message>
        <source>Filter by name, kind, state, reason</source>
        <translation>Nach Name, Art, Zustand, Grund filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show only jobs in this state</source>
        <translation>Nur Jobs in diesem Zustand zeigen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>No jobs here yet.</source>
        <translation>Hier sind noch keine Jobs.</translation>
    </message>
    <message>
        <source>The sample trains a small network on handwritten digits: one master, two workers.</source>
        <translation>Das Beispiel trainiert ein kleines Netz auf handgeschriebenen Ziffern: ein Master, zwei Worker.</translation>
    </message>
    <message>
        <source>Launch the sample</source>
        <translation>Beispiel starten</translation>
    </message>
    <message>
        <source>No jobs in this namespace.</source>
        <translation>Keine Jobs in diesem Namespace.</translation>
    </message>
    <message>
        <source>Jobs of every framework appear here as soon as somebody launches one.</source>
        <translation>Jobs jedes Frameworks erscheinen hier, sobald jemand einen startet.</translation>
    </message>
    <message>
        <source>Delete %1 with its pods and their logs?</source>
        <translation>%1 mit seinen Pods und deren Logs löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n job(s) with their pods and their logs?</source>
        <translation>
            <numerusform>%n Job mit seinen Pods und deren Logs löschen?</numerusform>
            <numerusform>%n Jobs mit ihren Pods und deren Logs löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>views::WelcomePage</name>
    <message>
        <source>Where does the training run?</source>
        <translation>Wo läuft das Training?</translation>
    </message>
    <message>
        <source>Launch a distributed job, read all its ranks in one log and watch its loss fall.</source>
        <translation>Einen verteilten Job starten, alle seine Ränge in einem Log lesen und den Loss fallen sehen.</translation>
    </message>
    <message>
        <source>Use a cluster</source>
        <translation>Einen Cluster benutzen</translation>
    </message>
    <message>
        <source>Open a kubeconfig…</source>
        <translation>Kubeconfig öffnen …</translation>
    </message>
    <message>
        <source>Open a log</source>
        <translation>Log öffnen</translation>
    </message>
    <message>
        <source>Any training log, also compressed: read it here and see the curves that are in it.</source>
        <translation>Jedes Trainings-Log, auch komprimiert: hier lesen und die Kurven darin sehen.</translation>
    </message>
    <message>
        <source>Open a log…</source>
        <translation>Log öffnen …</translation>
    </message>
</context>
<context>
    <name>views::YamlEditor</name>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
</context>
<context>
    <name>views::YamlTab</name>
    <message>
        <source>The live object as YAML</source>
        <translation>Das lebende Objekt als YAML</translation>
    </message>
    <message>
        <source>The live object, without managedFields</source>
        <translation>Das lebende Objekt, ohne managedFields</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
</TS>
