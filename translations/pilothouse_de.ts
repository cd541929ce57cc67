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
    <message>
        <source>Go to Nodes</source>
        <translation>Zu den Nodes</translation>
    </message>
    <message>
        <source>Rules for metrics</source>
        <translation>Regeln für Metriken</translation>
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
        <source>there is no command “%1”.</source>
        <translation>den Befehl „%1“ gibt es nicht.</translation>
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
    <message>
        <source>“open” takes one file or folder.</source>
        <translation>„open“ nimmt eine Datei oder einen Ordner.</translation>
    </message>
    <message>
        <source>Commands:
  open FILE               Read a log file, or a folder of TensorBoard event files, and see its curves.
  validate FILE...        Check job specs without a cluster; exit code 1 if one is wrong.
  convert FILE            Write an older job as a newer kind; exit code 1 if something is lost.
  run FILE                Create what a file says; with --follow print its logs until it ends.
  logs JOB                The log lines of all ranks of a job; with --follow until it ends.
  triage JOB              Which rank failed first, why, and what to do.
  sandbox COMMAND         up, down, status, doctor, reset, logs: see pilothouse-sandbox --help.</source>
        <translation>Befehle:
  open FILE               Eine Log-Datei oder einen Ordner mit TensorBoard-Eventdateien lesen und die Kurven darin sehen.
  validate FILE...        Job-Specs ohne Cluster prüfen; Exit-Code 1, wenn eine falsch ist.
  convert FILE            Einen älteren Job als neuere Art schreiben; Exit-Code 1, wenn etwas verloren geht.
  run FILE                Anlegen, was in einer Datei steht; mit --follow seine Logs bis zum Ende ausgeben.
  logs JOB                Die Log-Zeilen aller Ränge eines Jobs; mit --follow bis zum Ende.
  triage JOB              Welcher Rang zuerst scheiterte, warum, und was zu tun ist.
  sandbox COMMAND         up, down, status, doctor, reset, logs: siehe pilothouse-sandbox --help.</translation>
    </message>
</context>
<context>
    <name>Convert</name>
    <message>
        <source>A PyTorchJob has no helper pods.</source>
        <translation>Ein PyTorchJob hat keine Hilfs-Pods.</translation>
    </message>
    <message>
        <source>torch.distributed meets at the Master and needs no Redis.</source>
        <translation>torch.distributed trifft sich beim Master und braucht kein Redis.</translation>
    </message>
    <message>
        <source>One replica in all is the Master, the others are Workers.</source>
        <translation>Von allen Replikaten wird eines der Master, die anderen werden Worker.</translation>
    </message>
    <message>
        <source>The first replica is the Master.</source>
        <translation>Das erste Replikat ist der Master.</translation>
    </message>
    <message>
        <source>The job has no replicaSpecs with a container.</source>
        <translation>Der Job hat keine replicaSpecs mit einem Container.</translation>
    </message>
    <message>
        <source>Complete the Caffe2Job first.</source>
        <translation>Zuerst den Caffe2Job vervollständigen.</translation>
    </message>
    <message>
        <source>Caffe2 became a part of PyTorch in 2018: a PyTorchJob starts the same pods.</source>
        <translation>Caffe2 wurde 2018 ein Teil von PyTorch: ein PyTorchJob startet dieselben Pods.</translation>
    </message>
    <message>
        <source>The program must train with torch; Caffe2&apos;s own modules are no longer in its releases.</source>
        <translation>Das Programm muss mit torch trainieren; die eigenen Module von Caffe2 sind in dessen Releases nicht mehr enthalten.</translation>
    </message>
    <message>
        <source>The pods of a PyTorchJob meet at the Master: there is no Redis or NFS between them.</source>
        <translation>Die Pods eines PyTorchJobs treffen sich beim Master: zwischen ihnen gibt es weder Redis noch NFS.</translation>
    </message>
    <message>
        <source>Let the program call torch.distributed.init_process_group with the backend gloo or nccl.</source>
        <translation>Das Programm torch.distributed.init_process_group mit dem Backend gloo oder nccl aufrufen lassen.</translation>
    </message>
    <message>
        <source>A PyTorchJob ends with its Master.</source>
        <translation>Ein PyTorchJob endet mit seinem Master.</translation>
    </message>
    <message>
        <source>Left out: the old operator wrote it itself.</source>
        <translation>Weggelassen: der alte Operator schrieb es selbst.</translation>
    </message>
    <message>
        <source>A text without a kind</source>
        <translation>Ein Text ohne kind</translation>
    </message>
    <message>
        <source>%1 cannot be converted to another kind.</source>
        <translation>%1 lässt sich nicht in eine andere Art umwandeln.</translation>
    </message>
    <message>
        <source>%1 cannot be converted to %2.</source>
        <translation>%1 lässt sich nicht in %2 umwandeln.</translation>
    </message>
    <message>
        <source>Convertible are the jobs of kubeflow.org/v1, TFJob and Caffe2Job of v1alpha1, parameters of ksonnet&apos;s tf-job, Polyaxonfiles and riseml.yml.</source>
        <translation>Umwandeln lassen sich die Jobs von kubeflow.org/v1, TFJob und Caffe2Job von v1alpha1, Parameter von ksonnets tf-job, Polyaxonfiles und riseml.yml.</translation>
    </message>
    <message>
        <source>There is nothing to convert: the text is empty.</source>
        <translation>Es gibt nichts umzuwandeln: der Text ist leer.</translation>
    </message>
    <message>
        <source>Stays where it is.</source>
        <translation>Bleibt, wo es ist.</translation>
    </message>
    <message>
        <source>Is %1 now.</source>
        <translation>Ist jetzt %1.</translation>
    </message>
    <message>
        <source>Left out: the API server writes it itself.</source>
        <translation>Weggelassen: der API-Server schreibt es selbst.</translation>
    </message>
    <message>
        <source>Has no counterpart in a %1.</source>
        <translation>Hat in einem %1 keine Entsprechung.</translation>
    </message>
    <message>
        <source>The job has no Worker with a container.</source>
        <translation>Der Job hat keinen Worker mit einem Container.</translation>
    </message>
    <message>
        <source>Complete the JAXJob first.</source>
        <translation>Zuerst den JAXJob vervollständigen.</translation>
    </message>
    <message>
        <source>COORDINATOR_ADDRESS, COORDINATOR_PORT, NUM_PROCESSES and PROCESS_ID are no longer set.</source>
        <translation>COORDINATOR_ADDRESS, COORDINATOR_PORT, NUM_PROCESSES und PROCESS_ID werden nicht mehr gesetzt.</translation>
    </message>
    <message>
        <source>Read JAX_COORDINATOR_ADDRESS, JAX_NUM_PROCESSES and JAX_PROCESS_ID instead.</source>
        <translation>Stattdessen JAX_COORDINATOR_ADDRESS, JAX_NUM_PROCESSES und JAX_PROCESS_ID lesen.</translation>
    </message>
    <message>
        <source>Is the number of replicas of %1 now.</source>
        <translation>Ist jetzt die Zahl der Replikate von %1.</translation>
    </message>
    <message>
        <source>Is the image of all containers now.</source>
        <translation>Ist jetzt das Image aller Container.</translation>
    </message>
    <message>
        <source>One image is left: the other one was for jobs %1 GPUs.</source>
        <translation>Ein Image bleibt: das andere war für Jobs %1 GPUs.</translation>
    </message>
    <message>
        <source>without</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>Is the limit nvidia.com/gpu of the containers that train.</source>
        <translation>Ist das Limit nvidia.com/gpu der Container, die trainieren.</translation>
    </message>
    <message>
        <source>Is cut at its commas, as ksonnet did.</source>
        <translation>Wird an den Kommas zerlegt, wie ksonnet es tat.</translation>
    </message>
    <message>
        <source>The parameters name no image.</source>
        <translation>Die Parameter nennen kein Image.</translation>
    </message>
    <message>
        <source>Set image.</source>
        <translation>image setzen.</translation>
    </message>
    <message>
        <source>The job lacks a Launcher or a Worker with a container.</source>
        <translation>Dem Job fehlt ein Launcher oder ein Worker mit einem Container.</translation>
    </message>
    <message>
        <source>Complete the MPIJob first.</source>
        <translation>Zuerst den MPIJob vervollständigen.</translation>
    </message>
    <message>
        <source>Left out: a worker runs sshd now.</source>
        <translation>Weggelassen: ein Worker führt jetzt sshd aus.</translation>
    </message>
    <message>
        <source>The Trainer starts processes through SSH, no longer through kubectl exec.</source>
        <translation>Der Trainer startet Prozesse über SSH, nicht mehr über kubectl exec.</translation>
    </message>
    <message>
        <source>Put an SSH server and client into the image, or take it from an MPIJob of v2beta1.</source>
        <translation>Einen SSH-Server und -Client ins Image aufnehmen oder das Image eines MPIJobs von v2beta1 nehmen.</translation>
    </message>
    <message>
        <source>Pods that have ended stay; those that still run when the job is done are ended.</source>
        <translation>Beendete Pods bleiben; solche, die am Ende des Jobs noch laufen, werden beendet.</translation>
    </message>
    <message>
        <source>The launcher waits for the nodes to be ready.</source>
        <translation>Der Launcher wartet, bis die Nodes bereit sind.</translation>
    </message>
    <message>
        <source>The same in the TrainingRuntime.</source>
        <translation>In der TrainingRuntime ebenso.</translation>
    </message>
    <message>
        <source>The Trainer knows OpenMPI only, not %1.</source>
        <translation>Der Trainer kennt nur OpenMPI, nicht %1.</translation>
    </message>
    <message>
        <source>Build the image with OpenMPI.</source>
        <translation>Das Image mit OpenMPI bauen.</translation>
    </message>
    <message>
        <source>Nothing says what {{ %1 }} is.</source>
        <translation>Nirgends steht, was {{ %1 }} ist.</translation>
    </message>
    <message>
        <source>Write the value in its place.</source>
        <translation>Den Wert an seine Stelle schreiben.</translation>
    </message>
    <message>
        <source>Its value stands where {{ %1 }} stood.</source>
        <translation>Sein Wert steht, wo {{ %1 }} stand.</translation>
    </message>
    <message>
        <source>Stays the number of replicas.</source>
        <translation>Bleibt die Zahl der Replikate.</translation>
    </message>
    <message>
        <source>metadata of the replica&apos;s template</source>
        <translation>metadata der Vorlage des Replikats</translation>
    </message>
    <message>
        <source>a field of the replica&apos;s container</source>
        <translation>ein Feld des Containers des Replikats</translation>
    </message>
    <message>
        <source>a field of the replica&apos;s pod</source>
        <translation>ein Feld des Pods des Replikats</translation>
    </message>
    <message>
        <source>Connections are Polyaxon&apos;s own.</source>
        <translation>Connections gibt es nur bei Polyaxon.</translation>
    </message>
    <message>
        <source>Mount the volume or name the Secret in the template.</source>
        <translation>Das Volume in der Vorlage einhängen oder das Secret dort nennen.</translation>
    </message>
    <message>
        <source>Polyaxon&apos;s init steps (git, artifacts) are its own.</source>
        <translation>Die Init-Schritte von Polyaxon (git, artifacts) gibt es nur dort.</translation>
    </message>
    <message>
        <source>Put the code into the image, or write an init container.</source>
        <translation>Den Code ins Image aufnehmen oder einen Init-Container schreiben.</translation>
    </message>
    <message>
        <source>The file names no image or no run.cmd.</source>
        <translation>Die Datei nennt kein Image oder kein run.cmd.</translation>
    </message>
    <message>
        <source>Complete build.image and run.cmd.</source>
        <translation>build.image und run.cmd ergänzen.</translation>
    </message>
    <message>
        <source>Runs in a shell in each container.</source>
        <translation>Läuft in jedem Container in einer Shell.</translation>
    </message>
    <message>
        <source>Stands in the resources of the container; memory was meant in MiB.</source>
        <translation>Steht in den resources des Containers; memory war in MiB gemeint.</translation>
    </message>
    <message>
        <source>Is a number of replicas now.</source>
        <translation>Ist jetzt eine Zahl von Replikaten.</translation>
    </message>
    <message>
        <source>Polyaxon added a master to the workers: it is written down now.</source>
        <translation>Polyaxon fügte den Workern einen Master hinzu: er steht jetzt ausdrücklich da.</translation>
    </message>
    <message>
        <source>a field of all pods now</source>
        <translation>jetzt ein Feld aller Pods</translation>
    </message>
    <message>
        <source>Polyaxon built an image with these steps and your code in it.</source>
        <translation>Polyaxon baute mit diesen Schritten ein Image, das den eigenen Code enthielt.</translation>
    </message>
    <message>
        <source>Build that image and name it in the containers.</source>
        <translation>Dieses Image bauen und in den Containern nennen.</translation>
    </message>
    <message>
        <source>A job is one run and searches nothing.</source>
        <translation>Ein Job ist ein einziger Lauf und sucht nichts.</translation>
    </message>
    <message>
        <source>Write a Katib Experiment whose trial is this job.</source>
        <translation>Ein Katib-Experiment schreiben, dessen Trial dieser Job ist.</translation>
    </message>
    <message>
        <source>RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT are no longer set by the operator.</source>
        <translation>RANK, WORLD_SIZE, MASTER_ADDR und MASTER_PORT setzt der Operator nicht mehr.</translation>
    </message>
    <message>
        <source>Let the command start torchrun, which sets them.</source>
        <translation>Den Befehl torchrun starten lassen, das sie setzt.</translation>
    </message>
    <message>
        <source>Starts torchrun: the Trainer sets PET_* only, and torchrun makes RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT of them.</source>
        <translation>Startet torchrun: der Trainer setzt nur PET_*, und torchrun macht daraus RANK, WORLD_SIZE, MASTER_ADDR und MASTER_PORT.</translation>
    </message>
    <message>
        <source>The runtime does so by itself: one per GPU, or one.</source>
        <translation>Die Runtime tut das von selbst: einer je GPU oder einer.</translation>
    </message>
    <message>
        <source>The runtime starts one process per GPU by itself.</source>
        <translation>Die Runtime startet von selbst einen Prozess je GPU.</translation>
    </message>
    <message>
        <source>numProcPerNode of a TrainJob is a number.</source>
        <translation>numProcPerNode eines TrainJobs ist eine Zahl.</translation>
    </message>
    <message>
        <source>Write the number of processes there.</source>
        <translation>Dort die Zahl der Prozesse schreiben.</translation>
    </message>
    <message>
        <source>Is the variable PET_MAX_RESTARTS now, which torchrun reads.</source>
        <translation>Ist jetzt die Variable PET_MAX_RESTARTS, die torchrun liest.</translation>
    </message>
    <message>
        <source>A TrainJob has a fixed number of nodes.</source>
        <translation>Ein TrainJob hat eine feste Zahl von Nodes.</translation>
    </message>
    <message>
        <source>Choose the number in spec.trainer.numNodes.</source>
        <translation>Die Zahl in spec.trainer.numNodes wählen.</translation>
    </message>
    <message>
        <source>The Trainer arranges the rendezvous itself, at rank 0.</source>
        <translation>Der Trainer regelt das Rendezvous selbst, bei Rang 0.</translation>
    </message>
    <message>
        <source>The job has no Master and no Worker with a container.</source>
        <translation>Der Job hat weder Master noch Worker mit einem Container.</translation>
    </message>
    <message>
        <source>Complete the PyTorchJob first.</source>
        <translation>Zuerst den PyTorchJob vervollständigen.</translation>
    </message>
    <message>
        <source>The file names no train.image or no train.run.</source>
        <translation>Die Datei nennt kein train.image oder kein train.run.</translation>
    </message>
    <message>
        <source>Complete the two.</source>
        <translation>Beide ergänzen.</translation>
    </message>
    <message>
        <source>A job is one run: the first of the values is taken.</source>
        <translation>Ein Job ist ein einziger Lauf: der erste der Werte wird genommen.</translation>
    </message>
    <message>
        <source>Runs in a shell in each container, one step after the other.</source>
        <translation>Läuft in jedem Container in einer Shell, ein Schritt nach dem anderen.</translation>
    </message>
    <message>
        <source>Stands in the limits of the container; mem was meant in MB and is MiB now.</source>
        <translation>Steht in den limits des Containers; mem war in MB gemeint und ist jetzt MiB.</translation>
    </message>
    <message>
        <source>RiseML built an image with these steps and your code in it.</source>
        <translation>RiseML baute mit diesen Schritten ein Image, das den eigenen Code enthielt.</translation>
    </message>
    <message>
        <source>A job is one run.</source>
        <translation>Ein Job ist ein einziger Lauf.</translation>
    </message>
    <message>
        <source>Katib&apos;s parallelTrialCount is the same for an Experiment.</source>
        <translation>Für ein Experiment leistet parallelTrialCount von Katib dasselbe.</translation>
    </message>
    <message>
        <source>A TFJob starts no TensorBoard.</source>
        <translation>Ein TFJob startet kein TensorBoard.</translation>
    </message>
    <message>
        <source>Make a Tensorboard of tensorboard.kubeflow.org that reads the same log folder.</source>
        <translation>Ein Tensorboard von tensorboard.kubeflow.org anlegen, das denselben Log-Ordner liest.</translation>
    </message>
    <message>
        <source>The replicas say so.</source>
        <translation>Die Replikate sagen es.</translation>
    </message>
    <message>
        <source>part of the TrainingRuntime</source>
        <translation>Teil der TrainingRuntime</translation>
    </message>
    <message>
        <source>restartPolicy of the pods in the TrainingRuntime</source>
        <translation>die restartPolicy der Pods in der TrainingRuntime</translation>
    </message>
    <message>
        <source>The pods of a Job cannot have %1; OnFailure is taken.</source>
        <translation>Die Pods eines Jobs können %1 nicht haben; OnFailure wird genommen.</translation>
    </message>
    <message>
        <source>Left out: the operator overwrote it with the replica&apos;s own.</source>
        <translation>Weggelassen: der Operator überschrieb es mit dem Wert des Replikats.</translation>
    </message>
    <message>
        <source>Stands in the TrainingRuntime.</source>
        <translation>Steht in der TrainingRuntime.</translation>
    </message>
    <message>
        <source>The Trainer looks for a container called node.</source>
        <translation>Der Trainer sucht einen Container namens node.</translation>
    </message>
    <message>
        <source>Keep the TFJob, or let the program train with MultiWorkerMirroredStrategy.</source>
        <translation>Den TFJob behalten oder das Programm mit MultiWorkerMirroredStrategy trainieren lassen.</translation>
    </message>
    <message>
        <source>A %1 never ends, and a TrainJob ends when all its nodes have ended.</source>
        <translation>%1 endet nie, und ein TrainJob endet, wenn alle seine Nodes geendet haben.</translation>
    </message>
    <message>
        <source>The job has no Chief and no Worker with a container.</source>
        <translation>Der Job hat weder Chief noch Worker mit einem Container.</translation>
    </message>
    <message>
        <source>Complete the TFJob first.</source>
        <translation>Zuerst den TFJob vervollständigen.</translation>
    </message>
    <message>
        <source>The container has no command, so none can be started with TF_CONFIG.</source>
        <translation>Der Container hat kein command, also lässt sich keines mit TF_CONFIG starten.</translation>
    </message>
    <message>
        <source>Write down the command that the image starts by itself.</source>
        <translation>Den Befehl hinschreiben, den das Image von selbst startet.</translation>
    </message>
    <message>
        <source>The addresses of %1 nodes do not fit into TF_CONFIG.</source>
        <translation>Die Adressen von %1 Nodes passen nicht in TF_CONFIG.</translation>
    </message>
    <message>
        <source>Keep the TFJob.</source>
        <translation>Den TFJob behalten.</translation>
    </message>
    <message>
        <source>Left out: pods reach each other on any port; TF_CONFIG says %1.</source>
        <translation>Weggelassen: Pods erreichen einander auf jedem Port; in TF_CONFIG steht %1.</translation>
    </message>
    <message>
        <source>Is spec.trainer.args now, started by a script that sets TF_CONFIG: the Trainer does not.</source>
        <translation>Ist jetzt spec.trainer.args, gestartet von einem Skript, das TF_CONFIG setzt: der Trainer tut es nicht.</translation>
    </message>
    <message>
        <source>Under another name of the job its addresses in the script must change as well.</source>
        <translation>Heißt der Job anders, müssen sich auch seine Adressen im Skript ändern.</translation>
    </message>
    <message>
        <source>Stands at the end of spec.trainer.args.</source>
        <translation>Steht am Ende von spec.trainer.args.</translation>
    </message>
    <message>
        <source>A TrainJob has succeeded when all its nodes have.</source>
        <translation>Ein TrainJob ist erfolgreich, wenn alle seine Nodes es sind.</translation>
    </message>
    <message>
        <source>The port that the operator takes by itself.</source>
        <translation>Der Port, den der Operator von selbst nimmt.</translation>
    </message>
    <message>
        <source>Is the container&apos;s port tfjob-port now.</source>
        <translation>Ist jetzt der Port tfjob-port des Containers.</translation>
    </message>
    <message>
        <source>Is the key %1 now.</source>
        <translation>Ist jetzt der Schlüssel %1.</translation>
    </message>
    <message>
        <source>The old operator brought a TensorFlow server of its own for replicas without a template.</source>
        <translation>Der alte Operator brachte für Replikate ohne Vorlage einen eigenen TensorFlow-Server mit.</translation>
    </message>
    <message>
        <source>Write its command, or leave the replicas out if the program needs none.</source>
        <translation>Den Befehl dafür schreiben oder die Replikate weglassen, wenn das Programm keine braucht.</translation>
    </message>
    <message>
        <source>The operator ends the job by itself when that replica has ended.</source>
        <translation>Der Operator beendet den Job von selbst, wenn dieses Replikat geendet hat.</translation>
    </message>
    <message>
        <source>The job ends with its Master, or with worker 0 if it has none; %1 %2 cannot decide.</source>
        <translation>Der Job endet mit seinem Master oder, wenn er keinen hat, mit Worker 0; %1 %2 kann nicht entscheiden.</translation>
    </message>
    <message>
        <source>Make that replica the Chief.</source>
        <translation>Dieses Replikat zum Chief machen.</translation>
    </message>
    <message>
        <source>The job has no replicaSpecs.</source>
        <translation>Der Job hat keine replicaSpecs.</translation>
    </message>
    <message>
        <source>Is kubeflow.org/v1 now.</source>
        <translation>Ist jetzt kubeflow.org/v1.</translation>
    </message>
    <message>
        <source>The image of the replicas without a template.</source>
        <translation>Das Image der Replikate ohne Vorlage.</translation>
    </message>
    <message>
        <source>A TFJob of v1 starts no TensorBoard.</source>
        <translation>Ein TFJob von v1 startet kein TensorBoard.</translation>
    </message>
    <message>
        <source>Make a Tensorboard of tensorboard.kubeflow.org, or a Deployment, that reads the same log folder.</source>
        <translation>Ein Tensorboard von tensorboard.kubeflow.org oder ein Deployment anlegen, das denselben Log-Ordner liest.</translation>
    </message>
    <message>
        <source>Set it in a TrainingRuntime of your own and refer to that.</source>
        <translation>Es in einer eigenen TrainingRuntime setzen und auf diese verweisen.</translation>
    </message>
    <message>
        <source>Counts in spec.trainer.numNodes, %1 in all.</source>
        <translation>Zählt in spec.trainer.numNodes, insgesamt %1.</translation>
    </message>
    <message>
        <source>part of the pods&apos; patch</source>
        <translation>Teil des Patches der Pods</translation>
    </message>
    <message>
        <source>A TrainJob of Trainer 2.0 cannot change the metadata of its pods.</source>
        <translation>Ein TrainJob von Trainer 2.0 kann die metadata seiner Pods nicht ändern.</translation>
    </message>
    <message>
        <source>Left out: it never took effect in a pod template.</source>
        <translation>Weggelassen: in einer Pod-Vorlage wirkte es nie.</translation>
    </message>
    <message>
        <source>The runtime&apos;s container is called node.</source>
        <translation>Der Container der Runtime heißt node.</translation>
    </message>
    <message>
        <source>part of the patch of the container node</source>
        <translation>Teil des Patches des Containers node</translation>
    </message>
    <message>
        <source>A TrainJob cannot set %1 of its container.</source>
        <translation>Ein TrainJob kann %1 seines Containers nicht setzen.</translation>
    </message>
    <message>
        <source>Left out: the runtime opens its own port, and pods reach each other on any.</source>
        <translation>Weggelassen: die Runtime öffnet ihren eigenen Port, und Pods erreichen einander auf jedem.</translation>
    </message>
    <message>
        <source>Left out: the Trainer sets %1 itself.</source>
        <translation>Weggelassen: der Trainer setzt %1 selbst.</translation>
    </message>
    <message>
        <source>A TrainJob cannot add a container to its pods.</source>
        <translation>Ein TrainJob kann seinen Pods keinen Container hinzufügen.</translation>
    </message>
    <message>
        <source>A TrainJob can set %1 from Trainer %2.%3 on.</source>
        <translation>Ein TrainJob kann %1 ab Trainer %2.%3 setzen.</translation>
    </message>
    <message>
        <source>A TrainJob cannot set %1 of its pods.</source>
        <translation>Ein TrainJob kann %1 seiner Pods nicht setzen.</translation>
    </message>
    <message>
        <source>The same as %1&apos;s: all nodes have one template.</source>
        <translation>Wie bei %1: alle Nodes haben eine gemeinsame Vorlage.</translation>
    </message>
    <message>
        <source>Differs from %1&apos;s, which all nodes have now.</source>
        <translation>Weicht von %1 ab, was jetzt für alle Nodes gilt.</translation>
    </message>
    <message>
        <source>Let the program choose by its rank, or keep the old job.</source>
        <translation>Das Programm nach seinem Rang wählen lassen oder den alten Job behalten.</translation>
    </message>
    <message>
        <source>%1 does not have it, and its template is that of all nodes now.</source>
        <translation>%1 hat es nicht, und dessen Vorlage gilt jetzt für alle Nodes.</translation>
    </message>
    <message>
        <source>Give it to all nodes, or let the program choose by its rank.</source>
        <translation>Es allen Nodes geben oder das Programm nach seinem Rang wählen lassen.</translation>
    </message>
    <message>
        <source>Has %1 as well now, as %2 has.</source>
        <translation>Hat jetzt auch %1, wie %2.</translation>
    </message>
    <message>
        <source>The pods of a JobSet restart on failure as well.</source>
        <translation>Auch die Pods eines JobSets starten nach einem Fehler neu.</translation>
    </message>
    <message>
        <source>A TrainJob cannot say %1.</source>
        <translation>Ein TrainJob kann %1 nicht ausdrücken.</translation>
    </message>
    <message>
        <source>Set restartPolicy in the pod template of a TrainingRuntime of your own.</source>
        <translation>restartPolicy in der Pod-Vorlage einer eigenen TrainingRuntime setzen.</translation>
    </message>
    <message>
        <source>A TrainJob stays until someone deletes it.</source>
        <translation>Ein TrainJob bleibt, bis ihn jemand löscht.</translation>
    </message>
    <message>
        <source>Set ttlSecondsAfterFinished in the JobSet template of a TrainingRuntime of your own, or delete the TrainJob.</source>
        <translation>ttlSecondsAfterFinished in der JobSet-Vorlage einer eigenen TrainingRuntime setzen oder den TrainJob löschen.</translation>
    </message>
    <message>
        <source>A TrainJob has no limit of restarts of its own.</source>
        <translation>Ein TrainJob hat keine eigene Grenze für Neustarts.</translation>
    </message>
    <message>
        <source>Set failurePolicy.maxRestarts in the JobSet template of a TrainingRuntime of your own.</source>
        <translation>failurePolicy.maxRestarts in der JobSet-Vorlage einer eigenen TrainingRuntime setzen.</translation>
    </message>
    <message>
        <source>A TrainJob has no %1.</source>
        <translation>Ein TrainJob hat kein %1.</translation>
    </message>
    <message>
        <source>Left out: the Trainer manages its jobs without being told.</source>
        <translation>Weggelassen: der Trainer verwaltet seine Jobs auch ohne diese Angabe.</translation>
    </message>
    <message>
        <source>A JobSet ends the pods that still run when the job is done.</source>
        <translation>Ein JobSet beendet die Pods, die am Ende des Jobs noch laufen.</translation>
    </message>
    <message>
        <source>The pods of a TrainJob stay until it is deleted.</source>
        <translation>Die Pods eines TrainJobs bleiben, bis er gelöscht wird.</translation>
    </message>
    <message>
        <source>Delete the TrainJob when it has ended.</source>
        <translation>Den TrainJob löschen, wenn er geendet hat.</translation>
    </message>
    <message>
        <source>A TrainJob names no queue.</source>
        <translation>Ein TrainJob nennt keine Queue.</translation>
    </message>
    <message>
        <source>For Kueue set the label kueue.x-k8s.io/queue-name, for Volcano podGroupPolicy in a TrainingRuntime of your own.</source>
        <translation>Für Kueue das Label kueue.x-k8s.io/queue-name setzen, für Volcano podGroupPolicy in einer eigenen TrainingRuntime.</translation>
    </message>
    <message>
        <source>Gangs are the runtime&apos;s business.</source>
        <translation>Gangs sind Sache der Runtime.</translation>
    </message>
    <message>
        <source>Set podGroupPolicy in a TrainingRuntime of your own.</source>
        <translation>podGroupPolicy in einer eigenen TrainingRuntime setzen.</translation>
    </message>
    <message>
        <source>Is %1 now: names hold small letters, digits and dashes.</source>
        <translation>Ist jetzt %1: Namen bestehen aus Kleinbuchstaben, Ziffern und Strichen.</translation>
    </message>
    <message>
        <source>restartPolicy of the replica</source>
        <translation>die restartPolicy des Replikats</translation>
    </message>
    <message>
        <source>There is no restart policy %1.</source>
        <translation>Es gibt keine restartPolicy %1.</translation>
    </message>
    <message>
        <source>The container is called %1 now: the operator looks for it.</source>
        <translation>Der Container heißt jetzt %1: der Operator sucht ihn.</translation>
    </message>
    <message>
        <source>Stands in the template of the replica.</source>
        <translation>Steht in der Vorlage des Replikats.</translation>
    </message>
    <message>
        <source>Complete the XGBoostJob first.</source>
        <translation>Zuerst den XGBoostJob vervollständigen.</translation>
    </message>
    <message>
        <source>MASTER_ADDR, MASTER_PORT, RANK, WORLD_SIZE and WORKER_ADDRS are no longer set.</source>
        <translation>MASTER_ADDR, MASTER_PORT, RANK, WORLD_SIZE und WORKER_ADDRS werden nicht mehr gesetzt.</translation>
    </message>
    <message>
        <source>Read DMLC_TRACKER_URI, DMLC_TRACKER_PORT, DMLC_TASK_ID and DMLC_NUM_WORKER instead.</source>
        <translation>Stattdessen DMLC_TRACKER_URI, DMLC_TRACKER_PORT, DMLC_TASK_ID und DMLC_NUM_WORKER lesen.</translation>
    </message>
    <message>
        <source>Usage: pilothouse convert [--to KIND] [--trainer-version 2.3] [--quiet] [-o FILE] FILE|-
Writes the jobs of a file as another kind: jobs of kubeflow.org/v1 as a TrainJob; TFJob and Caffe2Job of v1alpha1, parameters of ksonnet&apos;s tf-job, Polyaxonfiles and riseml.yml as the matching job. Needs no cluster.
What became of each field is told on the standard error; --quiet tells only what is lost.
Exit code 0: nothing lost, 1: something lost, 2: cannot convert.
</source>
        <translation>Aufruf: pilothouse convert [--to ART] [--trainer-version 2.3] [--quiet] [-o DATEI] DATEI|-
Schreibt die Jobs einer Datei als eine andere Art: Jobs von kubeflow.org/v1 als TrainJob; TFJob und Caffe2Job von v1alpha1, Parameter von ksonnets tf-job, Polyaxonfiles und riseml.yml als den passenden Job. Braucht keinen Cluster.
Was aus jedem Feld wurde, steht auf der Standardfehlerausgabe; mit --quiet nur, was verloren geht.
Exit-Code 0: nichts verloren, 1: etwas verloren, 2: nicht umwandelbar.
</translation>
    </message>
    <message>
        <source>“%1” is no version of Trainer 2, such as 2.1.</source>
        <translation>„%1“ ist keine Version von Trainer 2, wie etwa 2.1.</translation>
    </message>
</context>
<context>
    <name>DataGap</name>
    <message>
        <source>Nothing in this cluster tells how busy its GPUs are: no GPU exporter was found, and no Prometheus that knows of one.</source>
        <translation>Nichts in diesem Cluster sagt, wie ausgelastet seine GPUs sind: es fand sich kein GPU-Exporter und kein Prometheus, das einen kennt.</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s dcgm-exporter or AMD&apos;s device-metrics-exporter; both are found by themselves.</source>
        <translation>NVIDIAs dcgm-exporter oder AMDs device-metrics-exporter installieren; beide werden von selbst gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) are measured on these nodes, but the exporter does not say which pods use them.</source>
        <translation>
            <numerusform>%n Gerät wird auf diesen Nodes gemessen, aber der Exporter sagt nicht, welche Pods es nutzen.</numerusform>
            <numerusform>%n Geräte werden auf diesen Nodes gemessen, aber der Exporter sagt nicht, welche Pods sie nutzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give dcgm-exporter the kubelet&apos;s pod resources: set DCGM_EXPORTER_KUBERNETES=true and mount /var/lib/kubelet/pod-resources.</source>
        <translation>Dem dcgm-exporter die Pod-Ressourcen des Kubelets geben: DCGM_EXPORTER_KUBERNETES=true setzen und /var/lib/kubelet/pod-resources einhängen.</translation>
    </message>
    <message>
        <source>Ask for the right to %1.</source>
        <translation>Um dieses Recht bitten: %1.</translation>
    </message>
    <message>
        <source>The GPU exporter has not measured these pods yet.</source>
        <translation>Der GPU-Exporter hat diese Pods noch nicht gemessen.</translation>
    </message>
    <message>
        <source>It measures every 30 seconds by default; the figures appear by themselves.</source>
        <translation>Er misst nach Vorgabe alle 30 Sekunden; die Zahlen erscheinen von selbst.</translation>
    </message>
    <message>
        <source>%1 does not answer. %2</source>
        <translation>%1 antwortet nicht. %2</translation>
    </message>
    <message>
        <source>It is tried again by itself, ever more slowly.</source>
        <translation>Es wird von selbst wieder versucht, in immer größeren Abständen.</translation>
    </message>
    <message>
        <source>The pods of this job ask for no GPU.</source>
        <translation>Die Pods dieses Jobs verlangen keine GPU.</translation>
    </message>
    <message>
        <source>To use one, add nvidia.com/gpu or your vendor&apos;s name to resources.limits.</source>
        <translation>Um eine zu nutzen, nvidia.com/gpu oder den Namen des Herstellers in resources.limits eintragen.</translation>
    </message>
    <message>
        <source>No pod of this job runs: there is nothing to measure.</source>
        <translation>Kein Pod dieses Jobs läuft: es gibt nichts zu messen.</translation>
    </message>
    <message>
        <source>The GPU exporter</source>
        <translation>Der GPU-Exporter</translation>
    </message>
    <message>
        <source>The kubelet of node %1</source>
        <translation>Das Kubelet des Nodes %1</translation>
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
    <message>
        <source>%1 cannot be the name of an Experiment: small letters, digits and dashes, a letter first, at most 40 characters; it has %2. Katib&apos;s own check lets dots pass, and its pods fail later.</source>
        <translation>%1 kann nicht der Name eines Experiments sein: nur Kleinbuchstaben, Ziffern und Striche, am Anfang ein Buchstabe, höchstens 40 Zeichen; es sind %2. Katibs eigene Prüfung lässt Punkte durch, und die Pods scheitern später.</translation>
    </message>
    <message>
        <source>%1 is %2, which is more than maxTrialCount with %3.</source>
        <translation>%1 ist %2, das ist mehr als maxTrialCount mit %3.</translation>
    </message>
    <message>
        <source>The experiment needs %1.</source>
        <translation>Das Experiment braucht %1.</translation>
    </message>
    <message>
        <source>%1 is the objective already: it is no additional metric.</source>
        <translation>%1 ist schon das Ziel: es ist keine zusätzliche Metrik.</translation>
    </message>
    <message>
        <source>%1 is no strategy: use one of %2.</source>
        <translation>%1 ist keine Strategie: möglich sind %2.</translation>
    </message>
    <message>
        <source>%1 is neither the objective nor an additional metric: nobody records it.</source>
        <translation>%1 ist weder das Ziel noch eine zusätzliche Metrik: niemand zeichnet es auf.</translation>
    </message>
    <message>
        <source>The experiment needs algorithm.algorithmName.</source>
        <translation>Das Experiment braucht algorithm.algorithmName.</translation>
    </message>
    <message>
        <source>random is always there.</source>
        <translation>random ist immer da.</translation>
    </message>
    <message>
        <source>Katib brings no algorithm %1; it brings %2.</source>
        <translation>Katib bringt keinen Algorithmus %1 mit; es bringt %2 mit.</translation>
    </message>
    <message>
        <source>An administrator may have added it to katib-config.</source>
        <translation>Die Verwaltung des Clusters hat ihn vielleicht in katib-config ergänzt.</translation>
    </message>
    <message>
        <source>An experiment has parameters or a nasConfig: exactly one of them.</source>
        <translation>Ein Experiment hat parameters oder eine nasConfig: genau eines von beiden.</translation>
    </message>
    <message>
        <source>Another parameter is called %1.</source>
        <translation>Ein anderer Parameter heißt schon %1.</translation>
    </message>
    <message>
        <source>A parameter of type %1 needs feasibleSpace with min and max.</source>
        <translation>Ein Parameter vom Typ %1 braucht feasibleSpace mit min und max.</translation>
    </message>
    <message>
        <source>A parameter of type %1 has min and max, no list.</source>
        <translation>Ein Parameter vom Typ %1 hat min und max, keine Liste.</translation>
    </message>
    <message>
        <source>A parameter of type %1 needs feasibleSpace with a list.</source>
        <translation>Ein Parameter vom Typ %1 braucht feasibleSpace mit einer Liste.</translation>
    </message>
    <message>
        <source>A parameter of type %2 has a list, no %1.</source>
        <translation>Ein Parameter vom Typ %2 hat eine Liste, kein %1.</translation>
    </message>
    <message>
        <source>The range from %1 to %2 is empty.</source>
        <translation>Der Bereich von %1 bis %2 ist leer.</translation>
    </message>
    <message>
        <source>%1 is no number of type %2.</source>
        <translation>%1 ist keine Zahl vom Typ %2.</translation>
    </message>
    <message>
        <source>A grid needs a step for %1: else it has no end.</source>
        <translation>Ein Grid braucht eine Schrittweite für %1: sonst hat es kein Ende.</translation>
    </message>
    <message>
        <source>Write step in feasibleSpace.</source>
        <translation>step in feasibleSpace schreiben.</translation>
    </message>
    <message>
        <source>%1 cannot be the name of an InferenceService: it becomes part of a host name and must start with a small letter and hold small letters, digits and dashes only.</source>
        <translation>%1 kann nicht der Name eines InferenceService sein: er wird Teil eines Hostnamens; am Anfang ein Kleinbuchstabe, sonst nur Kleinbuchstaben, Ziffern und Striche.</translation>
    </message>
    <message>
        <source>%1 must have exactly one model or container that serves; it has %2.</source>
        <translation>%1 muss genau ein Modell oder genau einen Container zum Bedienen haben; vorhanden sind %2.</translation>
    </message>
    <message>
        <source>Keep model, or a container called kserve-container.</source>
        <translation>model behalten oder einen Container namens kserve-container.</translation>
    </message>
    <message>
        <source>A model has no name of its own: the runtime names the container.</source>
        <translation>Ein Modell hat keinen eigenen Namen: die Runtime benennt den Container.</translation>
    </message>
    <message>
        <source>Remove it; the requests&apos; name is an argument, --model_name.</source>
        <translation>Entfernen; der Name für Anfragen ist ein Argument, --model_name.</translation>
    </message>
    <message>
        <source>The model has no format, so no runtime can be found for it.</source>
        <translation>Das Modell hat kein Format, also lässt sich keine Runtime dafür finden.</translation>
    </message>
    <message>
        <source>Write modelFormat: {name: sklearn}, or name a runtime.</source>
        <translation>modelFormat: {name: sklearn} schreiben oder eine Runtime nennen.</translation>
    </message>
    <message>
        <source>minReplicas is %1, which is more than maxReplicas with %2.</source>
        <translation>minReplicas ist %1, das ist mehr als maxReplicas mit %2.</translation>
    </message>
    <message>
        <source>The logger needs a mode: all, request or response.</source>
        <translation>Der Logger braucht einen mode: all, request oder response.</translation>
    </message>
    <message>
        <source>%1 is in no store that KServe can read.</source>
        <translation>%1 liegt in keinem Speicher, den KServe lesen kann.</translation>
    </message>
    <message>
        <source>Use gs://, s3://, hf://, pvc://, oci://, https://, http://, hdfs://, webhdfs:// or file://.</source>
        <translation>Möglich sind gs://, s3://, hf://, pvc://, oci://, https://, http://, hdfs://, webhdfs:// und file://.</translation>
    </message>
    <message>
        <source>storageUri must not be used together with storageUris.</source>
        <translation>storageUri darf nicht zusammen mit storageUris stehen.</translation>
    </message>
    <message>
        <source>Nothing says where the model lies.</source>
        <translation>Nichts sagt, wo das Modell liegt.</translation>
    </message>
    <message>
        <source>Write storageUri, or arguments with which the runtime fetches it.</source>
        <translation>storageUri schreiben oder Argumente, mit denen die Runtime es holt.</translation>
    </message>
    <message>
        <source>%1 is no deploymentMode: use one of %2.</source>
        <translation>%1 ist kein deploymentMode: möglich sind %2.</translation>
    </message>
    <message>
        <source>%1 is the old name of %2.</source>
        <translation>%1 ist der alte Name von %2.</translation>
    </message>
    <message>
        <source>%1 is no autoscalerClass: use one of %2.</source>
        <translation>%1 ist keine autoscalerClass: möglich sind %2.</translation>
    </message>
    <message>
        <source>The autoscaler %2 does not look at %1.</source>
        <translation>Der Autoscaler %2 beachtet %1 nicht.</translation>
    </message>
    <message>
        <source>hpa: cpu or memory; Knative: concurrency or rps; keda: use autoScaling.metrics instead.</source>
        <translation>hpa: cpu oder memory; Knative: concurrency oder rps; keda: stattdessen autoScaling.metrics.</translation>
    </message>
    <message>
        <source>The target for cpu is a percentage: 1 to 100, not %1.</source>
        <translation>Das Ziel für cpu ist ein Prozentwert: 1 bis 100, nicht %1.</translation>
    </message>
    <message>
        <source>deploymentStrategy works in Standard mode only.</source>
        <translation>deploymentStrategy wirkt nur im Modus Standard.</translation>
    </message>
    <message>
        <source>In Standard mode one replica stays: only Knative scales to zero.</source>
        <translation>Im Modus Standard bleibt ein Replikat: nur Knative skaliert auf null.</translation>
    </message>
    <message>
        <source>Stop it with the annotation serving.kserve.io/stop: &quot;true&quot;.</source>
        <translation>Mit der Annotation serving.kserve.io/stop: &quot;true&quot; anhalten.</translation>
    </message>
    <message>
        <source>%1 is no share of the traffic: 0 to 100.</source>
        <translation>%1 ist kein Anteil am Traffic: 0 bis 100.</translation>
    </message>
    <message>
        <source>In Standard mode canaryTrafficPercent is ignored: all traffic goes to the newest.</source>
        <translation>Im Modus Standard wird canaryTrafficPercent ignoriert: aller Traffic geht an die neueste Revision.</translation>
    </message>
    <message>
        <source>The traffic of the canaries must be 0 to 100, together and each: %1.</source>
        <translation>Der Traffic der Canarys muss zusammen und je für sich 0 bis 100 sein: %1.</translation>
    </message>
    <message>
        <source>Another canary is called %1.</source>
        <translation>Ein anderer Canary heißt schon %1.</translation>
    </message>
    <message>
        <source>No container of %1 is called kserve-container: KServe looks for this name.</source>
        <translation>Kein Container von %1 heißt kserve-container: KServe sucht diesen Namen.</translation>
    </message>
    <message>
        <source>Worker needs replicas of 1 or more, written out: the default of 0 is refused.</source>
        <translation>Worker braucht replicas von 1 oder mehr, ausgeschrieben: die Vorgabe 0 wird abgelehnt.</translation>
    </message>
    <message>
        <source>Remove Worker if the launcher works alone.</source>
        <translation>Worker entfernen, wenn der Launcher allein arbeitet.</translation>
    </message>
    <message>
        <source>The MPI Operator takes restartPolicy Never or OnFailure, not %1.</source>
        <translation>Der MPI Operator nimmt restartPolicy Never oder OnFailure, nicht %1.</translation>
    </message>
    <message>
        <source>%1 manages no MPIJobs: use one of %2.</source>
        <translation>%1 verwaltet keine MPIJobs: möglich sind %2.</translation>
    </message>
    <message>
        <source>%1 is no launcherCreationPolicy: use one of %2.</source>
        <translation>%1 ist keine launcherCreationPolicy: möglich sind %2.</translation>
    </message>
    <message>
        <source>The launcher waits for workers, and there are none.</source>
        <translation>Der Launcher wartet auf Worker, und es gibt keine.</translation>
    </message>
    <message>
        <source>The notebook has no container.</source>
        <translation>Das Notebook hat keinen Container.</translation>
    </message>
    <message>
        <source>Write it under spec.template.spec.containers.</source>
        <translation>Unter spec.template.spec.containers schreiben.</translation>
    </message>
    <message>
        <source>No container is called %1 like the notebook: its state would never be shown, and who waits for it to be ready waits for ever.</source>
        <translation>Kein Container heißt %1 wie das Notebook: sein Zustand würde nie gezeigt, und wer wartet, dass es bereit ist, wartet ewig.</translation>
    </message>
    <message>
        <source>Give the server&apos;s container the notebook&apos;s name.</source>
        <translation>Dem Container des Servers den Namen des Notebooks geben.</translation>
    </message>
    <message>
        <source>%1 cannot be the name of a notebook: its Service would have this name, which must start with a small letter and hold small letters, digits and dashes only.</source>
        <translation>%1 kann nicht der Name eines Notebooks sein: sein Service hieße so; am Anfang ein Kleinbuchstabe, sonst nur Kleinbuchstaben, Ziffern und Striche.</translation>
    </message>
    <message>
        <source>The name has %1 characters, but its StatefulSet can make pods up to %2 only: the API server takes the notebook, and no pod will start.</source>
        <translation>Der Name hat %1 Zeichen, aber sein StatefulSet kann Pods nur bis %2 Zeichen anlegen: der API-Server nimmt das Notebook an, und kein Pod startet.</translation>
    </message>
    <message>
        <source>A notebook&apos;s pod must have restartPolicy Always, not %1.</source>
        <translation>Der Pod eines Notebooks muss restartPolicy Always haben, nicht %1.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Weglassen.</translation>
    </message>
    <message>
        <source>No volume is mounted that lasts: what is written is gone when the notebook stops.</source>
        <translation>Kein dauerhaftes Volume ist eingehängt: was geschrieben wird, ist fort, wenn das Notebook endet.</translation>
    </message>
    <message>
        <source>Mount a PersistentVolumeClaim at /home/jovyan.</source>
        <translation>Einen PersistentVolumeClaim unter /home/jovyan einhängen.</translation>
    </message>
    <message>
        <source>The controller sets NB_PREFIX itself: to /notebook/&lt;namespace&gt;/&lt;name&gt;.</source>
        <translation>Der Controller setzt NB_PREFIX selbst: auf /notebook/&lt;namespace&gt;/&lt;name&gt;.</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Entfernen.</translation>
    </message>
    <message>
        <source>%1 is no server type that the dashboard knows: use one of %2.</source>
        <translation>%1 ist kein Servertyp, den das Dashboard kennt: möglich sind %2.</translation>
    </message>
    <message>
        <source>%1 is no runtime of torchtune: its name must end in a model that it knows.</source>
        <translation>%1 ist keine Runtime von torchtune: ihr Name muss auf ein Modell enden, das es kennt.</translation>
    </message>
    <message>
        <source>There are torchtune-llama3.2-1b, -llama3.2-3b, -llama3.3-70b and -qwen2.5-1.5b.</source>
        <translation>Es gibt torchtune-llama3.2-1b, -llama3.2-3b, -llama3.3-70b und -qwen2.5-1.5b.</translation>
    </message>
    <message>
        <source>torchtune trains this model on one node, not on %1.</source>
        <translation>torchtune trainiert dieses Modell auf einem Node, nicht auf %1.</translation>
    </message>
    <message>
        <source>LoRA works on one node only: the settings would be dropped.</source>
        <translation>LoRA geht nur auf einem Node: die Einstellungen würden verworfen.</translation>
    </message>
    <message>
        <source>QLoRA (model.quantize_base=True) does not work with this model.</source>
        <translation>QLoRA (model.quantize_base=True) geht mit diesem Modell nicht.</translation>
    </message>
    <message>
        <source>%1 belongs to the runtime; a job must not set it.</source>
        <translation>%1 gehört der Runtime; ein Job darf es nicht setzen.</translation>
    </message>
    <message>
        <source>A patch cannot set the environment of the container %1.</source>
        <translation>Ein Patch kann die Umgebung des Containers %1 nicht setzen.</translation>
    </message>
    <message>
        <source>Use spec.trainer.env or spec.initializer.</source>
        <translation>spec.trainer.env oder spec.initializer nehmen.</translation>
    </message>
    <message>
        <source>One container of %1 must be called %2: the Trainer looks for it.</source>
        <translation>Ein Container von %1 muss %2 heißen: der Trainer sucht ihn.</translation>
    </message>
    <message>
        <source>No job has the label trainer.kubeflow.org/trainjob-ancestor-step: trainer: image, command and resources of a TrainJob would reach nobody.</source>
        <translation>Kein Job hat das Label trainer.kubeflow.org/trainjob-ancestor-step: trainer: image, command und resources eines TrainJobs kämen bei niemandem an.</translation>
    </message>
    <message>
        <source>runLauncherAsNode needs a job launcher and a job node: TrainJobs of two nodes are refused.</source>
        <translation>runLauncherAsNode braucht einen Job launcher und einen Job node: TrainJobs mit zwei Nodes werden abgelehnt.</translation>
    </message>
    <message>
        <source>The container of %1 mounts no volume initializer: TrainJobs with an initializer are refused.</source>
        <translation>Der Container von %1 hängt kein Volume initializer ein: TrainJobs mit einem Initializer werden abgelehnt.</translation>
    </message>
    <message>
        <source>The Trainer adds flux-installer itself.</source>
        <translation>Der Trainer fügt flux-installer selbst hinzu.</translation>
    </message>
    <message>
        <source>The queue has no name.</source>
        <translation>Die Queue hat keinen Namen.</translation>
    </message>
    <message>
        <source>%1 cannot be the name of a JobSet: it must start with a small letter and hold small letters, digits and dashes only, at most 63.</source>
        <translation>%1 kann nicht der Name eines JobSets sein: am Anfang ein Kleinbuchstabe, sonst nur Kleinbuchstaben, Ziffern und Striche, höchstens 63.</translation>
    </message>
    <message>
        <source>%1 would have a name of %2 characters; 63 are allowed.</source>
        <translation>%1 hätte einen Namen von %2 Zeichen; erlaubt sind 63.</translation>
    </message>
    <message>
        <source>Shorten the name of the JobSet or of its job.</source>
        <translation>Den Namen des JobSets oder seines Jobs kürzen.</translation>
    </message>
    <message>
        <source>No job above is called %1: a job depends on earlier ones only.</source>
        <translation>Kein Job darüber heißt %1: ein Job hängt nur von früheren ab.</translation>
    </message>
    <message>
        <source>No job is called %1.</source>
        <translation>Kein Job heißt %1.</translation>
    </message>
    <message>
        <source>%1 cannot be a subdomain: it must start with a small letter and hold small letters, digits and dashes only, at most 63.</source>
        <translation>%1 kann keine Subdomain sein: am Anfang ein Kleinbuchstabe, sonst nur Kleinbuchstaben, Ziffern und Striche, höchstens 63.</translation>
    </message>
    <message>
        <source>There is no predictor.</source>
        <translation>Es gibt keinen Predictor.</translation>
    </message>
    <message>
        <source>Another predictor is called %1.</source>
        <translation>Ein anderer Predictor heißt schon %1.</translation>
    </message>
    <message>
        <source>The traffic of the predictors must be 100 together; it is %1.</source>
        <translation>Der Traffic der Predictors muss zusammen 100 sein; er ist %1.</translation>
    </message>
    <message>
        <source>A single predictor needs none; shadows do not count.</source>
        <translation>Ein einzelner Predictor braucht keinen; Shadows zählen nicht.</translation>
    </message>
    <message>
        <source>There can be one shadow, beside a predictor that answers.</source>
        <translation>Es darf einen Shadow geben, neben einem Predictor, der antwortet.</translation>
    </message>
    <message>
        <source>The step %1 has no container of this name, and no implementation.</source>
        <translation>Der Schritt %1 hat keinen Container dieses Namens und keine implementation.</translation>
    </message>
    <message>
        <source>Add the container under componentSpecs, or name a server such as SKLEARN_SERVER.</source>
        <translation>Den Container unter componentSpecs hinzufügen oder einen Server wie SKLEARN_SERVER nennen.</translation>
    </message>
    <message>
        <source>%1 is no server that Seldon Core brings: use one of %2.</source>
        <translation>%1 ist kein Server, den Seldon Core mitbringt: möglich sind %2.</translation>
    </message>
    <message>
        <source>An administrator may have added it to seldon-config.</source>
        <translation>Die Verwaltung des Clusters hat ihn vielleicht in seldon-config ergänzt.</translation>
    </message>
    <message>
        <source>The server %1 needs a modelUri beside it.</source>
        <translation>Der Server %1 braucht daneben eine modelUri.</translation>
    </message>
    <message>
        <source>%1 cannot speak the protocol tensorflow.</source>
        <translation>%1 spricht das Protokoll tensorflow nicht.</translation>
    </message>
    <message>
        <source>Use protocol: v2 or seldon.</source>
        <translation>protocol: v2 oder seldon nehmen.</translation>
    </message>
    <message>
        <source>A step of UNKNOWN_TYPE must say its methods.</source>
        <translation>Ein Schritt vom Typ UNKNOWN_TYPE muss seine methods nennen.</translation>
    </message>
    <message>
        <source>With serverType kafka the predictor needs %1 under svcOrchSpec.env.</source>
        <translation>Mit serverType kafka braucht der Predictor %1 unter svcOrchSpec.env.</translation>
    </message>
    <message>
        <source>%1 cannot be mixed with %2: a graph has one transport.</source>
        <translation>%1 lässt sich nicht mit %2 mischen: ein Graph hat einen Transport.</translation>
    </message>
    <message>
        <source>Set spec.transport and leave endpoint.type out.</source>
        <translation>spec.transport setzen und endpoint.type weglassen.</translation>
    </message>
    <message>
        <source>The Deployment %1 would have a name of %2 characters: Seldon calls it seldon-&lt;hash&gt; instead, and you will not find it by its name.</source>
        <translation>Das Deployment %1 hätte einen Namen von %2 Zeichen: Seldon nennt es stattdessen seldon-&lt;hash&gt;, und unter seinem Namen ist es nicht zu finden.</translation>
    </message>
    <message>
        <source>One container must be called kserve-container: KServe puts the fields of the model there, and refuses services of this runtime without it.</source>
        <translation>Ein Container muss kserve-container heißen: KServe setzt dort die Felder des Modells ein und lehnt ohne ihn Services dieser Runtime ab.</translation>
    </message>
    <message>
        <source>The runtime supports no model format: nobody will use it.</source>
        <translation>Die Runtime unterstützt kein Modellformat: niemand wird sie nutzen.</translation>
    </message>
    <message>
        <source>Write supportedModelFormats: [{name: sklearn, autoSelect: true}].</source>
        <translation>supportedModelFormats: [{name: sklearn, autoSelect: true}] schreiben.</translation>
    </message>
    <message>
        <source>Only services that name this runtime will use it.</source>
        <translation>Nur Services, die diese Runtime nennen, nutzen sie.</translation>
    </message>
    <message>
        <source>autoSelect: true offers it to all models of the format.</source>
        <translation>autoSelect: true bietet sie allen Modellen des Formats an.</translation>
    </message>
    <message>
        <source>The format %1 has the priority %2 above: it must be the same everywhere.</source>
        <translation>Das Format %1 hat weiter oben die Priorität %2: sie muss überall gleich sein.</translation>
    </message>
    <message>
        <source>A workerSpec has one container.</source>
        <translation>Eine workerSpec hat einen Container.</translation>
    </message>
    <message>
        <source>KServe sets %1 itself; write it as a field of workerSpec.</source>
        <translation>KServe setzt %1 selbst; als Feld von workerSpec schreiben.</translation>
    </message>
    <message>
        <source>A model on several nodes needs a storageUri of pvc:// or oci://.</source>
        <translation>Ein Modell auf mehreren Nodes braucht eine storageUri mit pvc:// oder oci://.</translation>
    </message>
    <message>
        <source>A model on several nodes does not scale by itself.</source>
        <translation>Ein Modell auf mehreren Nodes skaliert nicht von selbst.</translation>
    </message>
    <message>
        <source>Set the annotation serving.kserve.io/autoscalerClass: none.</source>
        <translation>Die Annotation serving.kserve.io/autoscalerClass: none setzen.</translation>
    </message>
    <message>
        <source>trialTemplate needs a trialSpec or a configMap: exactly one of them.</source>
        <translation>trialTemplate braucht eine trialSpec oder eine configMap: genau eines von beiden.</translation>
    </message>
    <message>
        <source>trialTemplate needs a primaryContainerName: the container that trains.</source>
        <translation>trialTemplate braucht einen primaryContainerName: den Container, der trainiert.</translation>
    </message>
    <message>
        <source>No container of the trial is called %1: Katib takes the experiment, and no metric is found.</source>
        <translation>Kein Container des Trials heißt %1: Katib nimmt das Experiment an, und keine Metrik wird gefunden.</translation>
    </message>
    <message>
        <source>Katib does not know when a %2 has ended: trialTemplate needs %1.</source>
        <translation>Katib weiß nicht, wann ein %2 beendet ist: trialTemplate braucht %1.</translation>
    </message>
    <message>
        <source>trialSpec needs apiVersion and kind.</source>
        <translation>trialSpec braucht apiVersion und kind.</translation>
    </message>
    <message>
        <source>Katib names the trials: %1 must be left out here.</source>
        <translation>Katib benennt die Trials: %1 muss hier fehlen.</translation>
    </message>
    <message>
        <source>trialTemplate needs trialParameters.</source>
        <translation>trialTemplate braucht trialParameters.</translation>
    </message>
    <message>
        <source>A trial parameter needs a name without braces, and a reference.</source>
        <translation>Ein Trial-Parameter braucht einen Namen ohne Klammern und eine reference.</translation>
    </message>
    <message>
        <source>%1 stands in another trial parameter already.</source>
        <translation>%1 steht schon in einem anderen Trial-Parameter.</translation>
    </message>
    <message>
        <source>The experiment has no parameter %1.</source>
        <translation>Das Experiment hat keinen Parameter %1.</translation>
    </message>
    <message>
        <source>The trial parameter %1 is not used.</source>
        <translation>Der Trial-Parameter %1 wird nicht benutzt.</translation>
    </message>
    <message>
        <source>Write ${trialParameters.%1} into trialSpec.</source>
        <translation>${trialParameters.%1} in trialSpec schreiben.</translation>
    </message>
    <message>
        <source>There is no trial parameter %1.</source>
        <translation>Einen Trial-Parameter %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Add it to trialParameters.</source>
        <translation>In trialParameters hinzufügen.</translation>
    </message>
    <message>
        <source>No trial parameter refers to %1: it is searched without effect.</source>
        <translation>Kein Trial-Parameter verweist auf %1: er wird ohne Wirkung durchsucht.</translation>
    </message>
    <message>
        <source>The pods of a Job need restartPolicy Never or OnFailure: no trial would start.</source>
        <translation>Die Pods eines Jobs brauchen restartPolicy Never oder OnFailure: kein Trial würde starten.</translation>
    </message>
    <message>
        <source>%1 must be an absolute path.</source>
        <translation>%1 muss ein absoluter Pfad sein.</translation>
    </message>
    <message>
        <source>This collector reads a fileSystemPath of kind %1.</source>
        <translation>Dieser Collector liest einen fileSystemPath der Art %1.</translation>
    </message>
    <message>
        <source>This collector cannot read the format %1; it reads %2.</source>
        <translation>Dieser Collector kann das Format %1 nicht lesen; er liest %2.</translation>
    </message>
    <message>
        <source>JSON needs no filter: each line is an object.</source>
        <translation>JSON braucht keinen Filter: jede Zeile ist ein Objekt.</translation>
    </message>
    <message>
        <source>Prometheus needs a port above 0 and a path that starts with a slash.</source>
        <translation>Prometheus braucht einen Port über 0 und einen Pfad, der mit einem Schrägstrich beginnt.</translation>
    </message>
    <message>
        <source>A collector of kind Custom needs a customCollector.</source>
        <translation>Ein Collector der Art Custom braucht einen customCollector.</translation>
    </message>
    <message>
        <source>%1 is no filter: it must be a regular expression with two groups, for name and value.</source>
        <translation>%1 ist kein Filter: nötig ist ein regulärer Ausdruck mit zwei Gruppen, für Name und Wert.</translation>
    </message>
    <message>
        <source>The default filter finds letters, digits, dashes and underscores only: %1 would never be found, and the trial would end as MetricsUnavailable.</source>
        <translation>Der Vorgabe-Filter findet nur Buchstaben, Ziffern, Striche und Unterstriche: %1 würde nie gefunden, und der Trial endete als MetricsUnavailable.</translation>
    </message>
    <message>
        <source>Rename the metric, or set source.filter.metricsFormat.</source>
        <translation>Die Metrik umbenennen oder source.filter.metricsFormat setzen.</translation>
    </message>
    <message>
        <source>The pods below have no label %1: %2, so the selector would not find them.</source>
        <translation>Die Pods darunter haben kein Label %1: %2, der Selector fände sie also nicht.</translation>
    </message>
    <message>
        <source>Selector and template.metadata.labels must agree.</source>
        <translation>Selector und template.metadata.labels müssen übereinstimmen.</translation>
    </message>
    <message>
        <source>The selector must not be empty.</source>
        <translation>Der Selector darf nicht leer sein.</translation>
    </message>
    <message>
        <source>These pods run for ever: restartPolicy must be Always, not %1.</source>
        <translation>Diese Pods laufen ewig: restartPolicy muss Always sein, nicht %1.</translation>
    </message>
    <message>
        <source>Use a Job for pods that end.</source>
        <translation>Für Pods, die enden, einen Job nehmen.</translation>
    </message>
    <message>
        <source>%1 cannot stand in a label.</source>
        <translation>%1 kann nicht in einem Label stehen.</translation>
    </message>
    <message>
        <source>%1 cannot be the name of a Service: it must start with a small letter and hold small letters, digits and dashes only, at most 63.</source>
        <translation>%1 kann nicht der Name eines Service sein: am Anfang ein Kleinbuchstabe, sonst nur Kleinbuchstaben, Ziffern und Striche, höchstens 63.</translation>
    </message>
    <message>
        <source>The Service has no ports.</source>
        <translation>Der Service hat keine Ports.</translation>
    </message>
    <message>
        <source>Add one, or set clusterIP: None.</source>
        <translation>Einen hinzufügen oder clusterIP: None setzen.</translation>
    </message>
    <message>
        <source>Each of several ports needs a name of its own: small letters, digits and dashes.</source>
        <translation>Von mehreren Ports braucht jeder einen eigenen Namen: Kleinbuchstaben, Ziffern und Striche.</translation>
    </message>
    <message>
        <source>Another port is called %1.</source>
        <translation>Ein anderer Port heißt schon %1.</translation>
    </message>
    <message>
        <source>%1 cannot name a port: at most 15 small letters, digits and dashes, with a letter.</source>
        <translation>So kann kein Port heißen: %1. Erlaubt sind höchstens 15 Kleinbuchstaben, Ziffern und Striche, davon mindestens ein Buchstabe.</translation>
    </message>
    <message>
        <source>%1 is no protocol: use one of %2.</source>
        <translation>%1 ist kein Protokoll: möglich sind %2.</translation>
    </message>
    <message>
        <source>%1 is no type of a Service: use one of %2.</source>
        <translation>%1 ist kein Typ eines Service: möglich sind %2.</translation>
    </message>
    <message>
        <source>%1 is no access mode: use one of %2.</source>
        <translation>%1 ist kein Zugriffsmodus: möglich sind %2.</translation>
    </message>
    <message>
        <source>The claim needs an access mode.</source>
        <translation>Der Claim braucht einen Zugriffsmodus.</translation>
    </message>
    <message>
        <source>Write accessModes: [ReadWriteOnce].</source>
        <translation>accessModes: [ReadWriteOnce] schreiben.</translation>
    </message>
    <message>
        <source>This place is written in a way that the form cannot edit: edit it in the YAML.</source>
        <translation>Diese Stelle ist so geschrieben, dass das Formular sie nicht bearbeiten kann: im YAML bearbeiten.</translation>
    </message>
    <message>
        <source>An anchor or alias stands here: what it means elsewhere would change too. Edit it in the YAML.</source>
        <translation>Hier steht ein Anker oder Alias: was er anderswo bedeutet, würde sich mit ändern. Im YAML bearbeiten.</translation>
    </message>
    <message>
        <source>Something of another kind stands here already: edit it in the YAML.</source>
        <translation>Hier steht schon etwas anderer Art: im YAML bearbeiten.</translation>
    </message>
    <message>
        <source>The list has changed meanwhile: look at it again.</source>
        <translation>Die Liste hat sich inzwischen geändert: noch einmal ansehen.</translation>
    </message>
    <message>
        <source>The YAML must be mended first.</source>
        <translation>Zuerst muss das YAML berichtigt werden.</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>Es gibt nichts zu entfernen.</translation>
    </message>
    <message>
        <source>There is nothing to rename.</source>
        <translation>Es gibt nichts umzubenennen.</translation>
    </message>
    <message>
        <source>A key of this name is there already.</source>
        <translation>Einen Schlüssel dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>%1 cannot name a port: small letters, digits and single dashes, one letter at least, at most 15 characters.</source>
        <translation>%1 kann kein Port heißen: Kleinbuchstaben, Ziffern und einzelne Bindestriche, mindestens ein Buchstabe, höchstens 15 Zeichen.</translation>
    </message>
    <message>
        <source>Another port of the container is called %1.</source>
        <translation>Ein anderer Port des Containers heißt schon %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no port: write a number from 1 to 65535 or the name of a port.</source>
        <translation>„%1“ ist kein Port: Eine Zahl von 1 bis 65535 oder den Namen eines Ports schreiben.</translation>
    </message>
    <message>
        <source>The container has no port called %1: the probe would never succeed.</source>
        <translation>Der Container hat keinen Port namens %1: Die Prüfung gelänge nie.</translation>
    </message>
    <message>
        <source>Add it to ports of this container.</source>
        <translation>Ihn bei ports dieses Containers eintragen.</translation>
    </message>
    <message>
        <source>It is not said where the volume %1 is mounted.</source>
        <translation>Es ist nicht gesagt, wo das Volume %1 eingehängt wird.</translation>
    </message>
    <message>
        <source>%1 cannot name a volume: small letters, digits and dashes are allowed, at most 63.</source>
        <translation>%1 kann kein Volume heißen: Erlaubt sind Kleinbuchstaben, Ziffern und Bindestriche, höchstens 63.</translation>
    </message>
    <message>
        <source>%1 of the volume %2 is empty.</source>
        <translation>%1 des Volumes %2 ist leer.</translation>
    </message>
    <message>
        <source>No runtime can be called %1: names hold small letters, digits, dashes and dots only.</source>
        <translation>Keine Runtime kann %1 heißen: Namen bestehen nur aus Kleinbuchstaben, Ziffern, Bindestrichen und Punkten.</translation>
    </message>
</context>
<context>
    <name>EventFile</name>
    <message>
        <source>record %1 claims to have %2 bytes</source>
        <translation>Datensatz %1 gibt an, %2 Bytes zu haben</translation>
    </message>
    <message>
        <source>record %1 is damaged or this is no event file</source>
        <translation>Datensatz %1 ist beschädigt oder dies ist keine Event-Datei</translation>
    </message>
    <message>
        <source>record %1 is damaged</source>
        <translation>Datensatz %1 ist beschädigt</translation>
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
    <message>
        <source>CPU requested</source>
        <translation>CPU verlangt</translation>
    </message>
    <message>
        <source>Memory requested</source>
        <translation>Speicher verlangt</translation>
    </message>
    <message>
        <source>GPUs held</source>
        <translation>GPUs belegt</translation>
    </message>
</context>
<context>
    <name>LogTarget</name>
    <message>
        <source>There are no lines yet.</source>
        <translation>Es gibt noch keine Zeilen.</translation>
    </message>
    <message>
        <source>There are %1 lines.</source>
        <translation>Es gibt %1 Zeilen.</translation>
    </message>
    <message>
        <source>Write a line (1200), a time (14:02:11) or a time since the start (+90s).</source>
        <translation>Eine Zeile (1200), eine Uhrzeit (14:02:11) oder eine Zeit seit dem Start (+90s) eingeben.</translation>
    </message>
    <message>
        <source>These lines have no times.</source>
        <translation>Diese Zeilen haben keine Zeiten.</translation>
    </message>
</context>
<context>
    <name>OwnRule</name>
    <message>
        <source>At character %1: %2.</source>
        <translation>Bei Zeichen %1: %2.</translation>
    </message>
    <message>
        <source>No group is the value: write (?&lt;value&gt;…) around the number.</source>
        <translation>Keine Gruppe ist der Wert: (?&lt;value&gt;…) um die Zahl schreiben.</translation>
    </message>
    <message>
        <source>The expression has no group “%1”.</source>
        <translation>Der Ausdruck hat keine Gruppe „%1“.</translation>
    </message>
    <message>
        <source>The curve needs a name.</source>
        <translation>Die Kurve braucht einen Namen.</translation>
    </message>
    <message>
        <source>Write an expression with a group (?&lt;value&gt;…).</source>
        <translation>Einen Ausdruck mit einer Gruppe (?&lt;value&gt;…) schreiben.</translation>
    </message>
    <message>
        <source>Write the text that stands before the number.</source>
        <translation>Den Text schreiben, der vor der Zahl steht.</translation>
    </message>
    <message>
        <source>The pattern has more than %1 characters.</source>
        <translation>Das Muster hat mehr als %1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>OwnTemplates</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
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
        <source>There is no text to save.</source>
        <translation>Es gibt keinen Text zu speichern.</translation>
    </message>
    <message>
        <source>Write or open a spec first.</source>
        <translation>Zuerst eine Spec schreiben oder öffnen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2.</source>
        <translation>%1 lässt sich nicht entfernen: %2.</translation>
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
    <name>Remote</name>
    <message>
        <source>The sandbox is not up. Start it with: pilothouse sandbox up</source>
        <translation>Die Sandbox läuft nicht. Starten mit: pilothouse sandbox up</translation>
    </message>
    <message>
        <source>Cluster: --context NAME, --namespace NS (-n), --kubeconfig FILE as for kubectl; --sandbox: the sandbox of this machine.
</source>
        <translation>Cluster: --context NAME, --namespace NS (-n), --kubeconfig FILE wie bei kubectl; --sandbox: die Sandbox dieses Rechners.
</translation>
    </message>
    <message>
        <source>One file is needed, or - for the standard input.</source>
        <translation>Genau eine Datei ist nötig, oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>One job is needed: NAME or KIND/NAME.</source>
        <translation>Genau ein Job ist nötig: NAME oder KIND/NAME.</translation>
    </message>
    <message>
        <source>Either --sandbox or a cluster of your own.</source>
        <translation>Entweder --sandbox oder ein eigener Cluster.</translation>
    </message>
    <message>
        <source>--rank takes a whole number, from 0.</source>
        <translation>--rank nimmt eine ganze Zahl ab 0.</translation>
    </message>
    <message>
        <source>--tail takes a number of lines.</source>
        <translation>--tail nimmt eine Zahl von Zeilen.</translation>
    </message>
    <message>
        <source>Usage: pilothouse run [--follow] [--no-check] FILE|-
Checks the specs of a file, asks the server (strict dry run), and creates them.
--follow (-f) prints the log lines of all ranks until the job ends, then why it failed if it did; --all-containers those of helpers too. --no-check leaves the check to the server.
Exit code 0: created, or with --follow: succeeded; 1: the job failed; 2: a mistake in the file, or trouble with the cluster.
</source>
        <translation>Aufruf: pilothouse run [--follow] [--no-check] FILE|-
Prüft die Specs einer Datei, fragt den Server (strenger Probelauf) und legt sie an.
--follow (-f) gibt die Log-Zeilen aller Ränge aus, bis der Job endet, dann, warum er gegebenenfalls scheiterte; --all-containers auch die der Helfer. --no-check überlässt die Prüfung dem Server.
Exit-Code 0: angelegt, oder mit --follow: gelungen; 1: der Job scheiterte; 2: ein Fehler in der Datei oder Ärger mit dem Cluster.
</translation>
    </message>
    <message>
        <source>Usage: pilothouse logs [--follow] [--rank N] [--tail LINES] [--all-containers] JOB
Prints the log lines of all ranks of a job, in the order of their time. JOB is a name or KIND/NAME. --follow (-f) goes on until the job ends.
Exit code 0: printed, or with --follow: succeeded; 1: no lines, or the job failed; 2: no such job, or trouble with the cluster.
</source>
        <translation>Aufruf: pilothouse logs [--follow] [--rank N] [--tail LINES] [--all-containers] JOB
Gibt die Log-Zeilen aller Ränge eines Jobs aus, nach der Zeit geordnet. JOB ist ein Name oder KIND/NAME. --follow (-f) läuft weiter, bis der Job endet.
Exit-Code 0: ausgegeben, oder mit --follow: gelungen; 1: keine Zeilen, oder der Job scheiterte; 2: kein solcher Job oder Ärger mit dem Cluster.
</translation>
    </message>
    <message>
        <source>Usage: pilothouse triage JOB
Says how a job is and, if something is wrong, which rank failed first, why, and what to do. JOB is a name or KIND/NAME.
Exit code 0: nothing is wrong; 1: the job failed or cannot start; 2: no such job, or trouble with the cluster.
</source>
        <translation>Aufruf: pilothouse triage JOB
Sagt, wie es um einen Job steht und, wenn etwas nicht stimmt, welcher Rang zuerst scheiterte, warum, und was zu tun ist. JOB ist ein Name oder KIND/NAME.
Exit-Code 0: alles in Ordnung; 1: der Job scheiterte oder kann nicht starten; 2: kein solcher Job oder Ärger mit dem Cluster.
</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>created %1</source>
        <translation>angelegt %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>running for %1</source>
        <translation>läuft seit %1</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>last value</source>
        <translation>letzter Wert</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>at step</source>
        <translation>bei Schritt</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>kleinster</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größter</translation>
    </message>
    <message numerus="yes">
        <source>mean and range of %n rank(s)</source>
        <translation>
            <numerusform>Mittel und Spanne von %n Rang</numerusform>
            <numerusform>Mittel und Spanne von %n Rängen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more metric(s) are in the table only.</source>
        <translation>
            <numerusform>%n weitere Metrik steht nur in der Tabelle.</numerusform>
            <numerusform>%n weitere Metriken stehen nur in der Tabelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>exit code</source>
        <translation>Exit-Code</translation>
    </message>
    <message>
        <source>last step</source>
        <translation>letzter Schritt</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>for</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Final values</source>
        <translation>Endwerte</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>Ränge</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>Written by Pilothouse %1 on %2.</source>
        <translation>Geschrieben von Pilothouse %1 am %2.</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
</context>
<context>
    <name>RoomText</name>
    <message>
        <source>%1 CPU</source>
        <translation>%1 CPU</translation>
    </message>
    <message>
        <source>%1 of %2 GPUs are free.</source>
        <translation>%1 von %2 GPUs sind frei.</translation>
    </message>
    <message>
        <source>Only %1 are free: some pods will wait.</source>
        <translation>Nur %1 sind frei: Einige Pods werden warten.</translation>
    </message>
    <message>
        <source>%1 are free, but no node has %2, %3 for %4.</source>
        <translation>%1 sind frei, aber kein Knoten hat %2, %3 für %4.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <source>The quota %1 leaves %2 of %3 of %4: pods will be refused.</source>
        <translation>Die Quota %1 lässt %2 von %3 bei %4 übrig: Pods werden abgelehnt.</translation>
    </message>
    <message>
        <source>Within the quota %1.</source>
        <translation>Innerhalb der Quota %1.</translation>
    </message>
    <message>
        <source>The sandbox does not have the image %1.</source>
        <translation>Die Sandbox hat das Image %1 nicht.</translation>
    </message>
    <message>
        <source>Programs can run in %1.</source>
        <translation>Programme können in %1 laufen.</translation>
    </message>
    <message>
        <source>“pilothouse-sandbox load FILE.tar” brings in others.</source>
        <translation>„pilothouse-sandbox load DATEI.tar“ bringt andere hinein.</translation>
    </message>
</context>
<context>
    <name>RuleBook</name>
    <message>
        <source>a rule has a name and a text or an expression</source>
        <translation>eine Regel hat einen Namen und einen Text oder einen Ausdruck</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB.</source>
        <translation>%1 ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>the list “rules” is missing</source>
        <translation>die Liste „rules“ fehlt</translation>
    </message>
    <message>
        <source>there are more than %1 rules</source>
        <translation>es sind mehr als %1 Regeln</translation>
    </message>
    <message>
        <source>%1 holds no rules: %2.</source>
        <translation>%1 enthält keine Regeln: %2.</translation>
    </message>
    <message>
        <source>Mend the file, or save a rule here to begin a new one.</source>
        <translation>Die Datei ausbessern oder hier eine Regel speichern, um eine neue zu beginnen.</translation>
    </message>
    <message>
        <source>There is room for %1 rules.</source>
        <translation>Es ist Platz für %1 Regeln.</translation>
    </message>
    <message>
        <source>There is a rule “%1” already.</source>
        <translation>Eine Regel „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>Give this one another name.</source>
        <translation>Dieser einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Rates per second</source>
        <translation>Raten je Sekunde</translation>
    </message>
    <message>
        <source>Lines with “%1”</source>
        <translation>Zeilen mit „%1“</translation>
    </message>
    <message>
        <source>Never a metric</source>
        <translation>Nie eine Metrik</translation>
    </message>
</context>
<context>
    <name>SaveReport</name>
    <message>
        <source>The report was not written to %1: %2.</source>
        <translation>Der Bericht wurde nicht nach %1 geschrieben: %2.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
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
    <name>SpecFile</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than 4 MiB.</source>
        <translation>%1 ist größer als 4 MiB.</translation>
    </message>
    <message>
        <source>Put data into an image or a volume.</source>
        <translation>Daten gehören in ein Image oder ein Volume.</translation>
    </message>
    <message>
        <source>%1 is not written in UTF-8.</source>
        <translation>%1 ist nicht in UTF-8 geschrieben.</translation>
    </message>
    <message>
        <source>Save it as UTF-8 first.</source>
        <translation>Zuerst als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>Line %1 has %L2 characters: no spec is written like that.</source>
        <translation>Zeile %1 hat %L2 Zeichen: So schreibt man keine Spezifikation.</translation>
    </message>
    <message>
        <source>Put data into an image or a volume, or break the line.</source>
        <translation>Daten gehören in ein Image oder ein Volume; oder die Zeile umbrechen.</translation>
    </message>
    <message>
        <source>The text has %L1 lines; the studio shows %L2 at most.</source>
        <translation>Der Text hat %L1 Zeilen; das Studio zeigt höchstens %L2.</translation>
    </message>
    <message>
        <source>Open a part of it, or check it whole with “pilothouse validate”.</source>
        <translation>Einen Teil davon öffnen oder ihn ganz mit „pilothouse validate“ prüfen.</translation>
    </message>
</context>
<context>
    <name>SpecForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>the one chosen above</source>
        <translation>der oben gewählte</translation>
    </message>
    <message>
        <source>Processes per pod</source>
        <translation>Prozesse je Pod</translation>
    </message>
    <message>
        <source>Processes per worker</source>
        <translation>Prozesse je Worker</translation>
    </message>
    <message>
        <source>Delete pods at the end</source>
        <translation>Pods am Ende löschen</translation>
    </message>
    <message>
        <source>Restarts allowed</source>
        <translation>Erlaubte Neustarts</translation>
    </message>
    <message>
        <source>Ends after (s)</source>
        <translation>Endet nach (s)</translation>
    </message>
    <message>
        <source>Deleted after (s)</source>
        <translation>Gelöscht nach (s)</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Workers at least</source>
        <translation>Worker mindestens</translation>
    </message>
    <message>
        <source>Workers at most</source>
        <translation>Worker höchstens</translation>
    </message>
    <message>
        <source>Rendezvous</source>
        <translation>Rendezvous</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>the image&apos;s own</source>
        <translation>wie im Image</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Runtime</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodes</translation>
    </message>
    <message>
        <source>Processes per node</source>
        <translation>Prozesse je Node</translation>
    </message>
    <message>
        <source>Pods at a time</source>
        <translation>Pods zugleich</translation>
    </message>
    <message>
        <source>Pods in all</source>
        <translation>Pods insgesamt</translation>
    </message>
    <message>
        <source>Run policy</source>
        <translation>Laufregeln</translation>
    </message>
    <message>
        <source>Elastic training</source>
        <translation>Elastisches Training</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>Trainer</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Node selector</source>
        <translation>Node-Selektor</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>Das muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>A quote is open.</source>
        <translation>Ein Anführungszeichen ist offen.</translation>
    </message>
    <message>
        <source>The entry is gone.</source>
        <translation>Den Eintrag gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Edit this volume in the YAML.</source>
        <translation>Dieses Volume im YAML bearbeiten.</translation>
    </message>
    <message>
        <source>The document is gone.</source>
        <translation>Das Dokument gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Edit this in the YAML.</source>
        <translation>Dies im YAML bearbeiten.</translation>
    </message>
    <message>
        <source>from Secret %1, key %2</source>
        <translation>aus Secret %1, Schlüssel %2</translation>
    </message>
    <message>
        <source>from ConfigMap %1, key %2</source>
        <translation>aus ConfigMap %1, Schlüssel %2</translation>
    </message>
    <message>
        <source>from the pod&apos;s %1</source>
        <translation>aus %1 des Pods</translation>
    </message>
    <message>
        <source>set in the YAML</source>
        <translation>im YAML gesetzt</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>shared memory</source>
        <translation>gemeinsamer Speicher</translation>
    </message>
    <message>
        <source>empty folder</source>
        <translation>leerer Ordner</translation>
    </message>
    <message>
        <source>ConfigMap</source>
        <translation>ConfigMap</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>Vorgabe %1</translation>
    </message>
    <message>
        <source>It has lines of its own: edit it in the YAML.</source>
        <translation>Es hat eigene Zeilen: im YAML bearbeiten.</translation>
    </message>
    <message>
        <source>This is no list of words: edit it in the YAML.</source>
        <translation>Das ist keine Liste von Wörtern: im YAML bearbeiten.</translation>
    </message>
    <message>
        <source>An alias stands here: edit what it means in the YAML.</source>
        <translation>Hier steht ein Alias: im YAML bearbeiten, wofür er steht.</translation>
    </message>
    <message>
        <source>This is written in another way: edit it in the YAML.</source>
        <translation>Das ist anders geschrieben: im YAML bearbeiten.</translation>
    </message>
    <message>
        <source>What the pod asks for (requests).</source>
        <translation>Was der Pod verlangt (requests).</translation>
    </message>
    <message>
        <source>What the pod may use at most (limits).</source>
        <translation>Was der Pod höchstens benutzen darf (limits).</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>cores, such as 2 or 500m</source>
        <translation>Kerne, etwa 2 oder 500m</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>such as 4Gi</source>
        <translation>etwa 4Gi</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>Whole devices; a pod without this line gets none.</source>
        <translation>Ganze Geräte; ein Pod ohne diese Zeile bekommt keines.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Tolerations</source>
        <translation>Tolerations</translation>
    </message>
    <message>
        <source>Taint</source>
        <translation>Taint</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Mounted at</source>
        <translation>Eingehängt unter</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Name or size</source>
        <translation>Name oder Größe</translation>
    </message>
    <message>
        <source>A claim is storage that outlives the pods; data loaders of PyTorch need shared memory at /dev/shm.</source>
        <translation>Ein Claim ist Speicher, der die Pods überdauert; Data Loader von PyTorch brauchen gemeinsamen Speicher unter /dev/shm.</translation>
    </message>
    <message>
        <source>How often torchrun starts all workers of a pod again after one failed.</source>
        <translation>Wie oft torchrun alle Worker eines Pods neu startet, nachdem einer gescheitert ist.</translation>
    </message>
    <message>
        <source>Where the workers find each other; c10d needs nothing besides the job.</source>
        <translation>Wo die Worker einander finden; c10d braucht nichts außer dem Job.</translation>
    </message>
    <message>
        <source>Replica types</source>
        <translation>Replikatypen</translation>
    </message>
</context>
<context>
    <name>SpecFormat</name>
    <message>
        <source>The YAML must be mended before it can be indented.</source>
        <translation>Das YAML muss berichtigt werden, bevor es eingerückt werden kann.</translation>
    </message>
    <message>
        <source>The text was left as it is: indented anew it would mean something else.</source>
        <translation>Der Text blieb, wie er ist: neu eingerückt hätte er eine andere Bedeutung.</translation>
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
    <message>
        <source>%1: up to %2 pods under load.</source>
        <translation>%1: bis zu %2 Pods unter Last.</translation>
    </message>
    <message>
        <source>%1: no pod without requests; the first one then waits until the model is loaded.</source>
        <translation>%1: ohne Anfragen kein Pod; die erste wartet dann, bis das Modell geladen ist.</translation>
    </message>
    <message>
        <source>StatefulSet %1</source>
        <translation>StatefulSet %1</translation>
    </message>
    <message>
        <source>Service %1, port 80 to %2</source>
        <translation>Service %1, Port 80 auf %2</translation>
    </message>
    <message>
        <source>The notebook is created stopped: its pod comes when it is started.</source>
        <translation>Das Notebook wird gestoppt angelegt: sein Pod kommt, wenn es gestartet wird.</translation>
    </message>
    <message>
        <source>It holds what it asked for until it is stopped, also while nobody works.</source>
        <translation>Es hält, was es verlangt hat, bis es gestoppt wird, auch wenn niemand arbeitet.</translation>
    </message>
    <message>
        <source>Knative Service %1</source>
        <translation>Knative-Service %1</translation>
    </message>
    <message>
        <source>Deployment and Service %1</source>
        <translation>Deployment und Service %1</translation>
    </message>
    <message>
        <source>Predictions inside the cluster: POST http://%1-%2.%3.svc%4</source>
        <translation>Vorhersagen im Cluster: POST http://%1-%2.%3.svc%4</translation>
    </message>
    <message>
        <source>An init container fetches the model before a pod is ready.</source>
        <translation>Ein Init-Container holt das Modell, bevor ein Pod bereit ist.</translation>
    </message>
    <message>
        <source>the server&apos;s image</source>
        <translation>das Image des Servers</translation>
    </message>
    <message>
        <source>%1 gets copies of the requests; its answers are dropped.</source>
        <translation>%1 bekommt Kopien der Anfragen; seine Antworten werden verworfen.</translation>
    </message>
    <message>
        <source>%1 gets %2 % of the requests.</source>
        <translation>%1 bekommt %2 % der Anfragen.</translation>
    </message>
    <message>
        <source>Suggestion %1</source>
        <translation>Suggestion %1</translation>
    </message>
    <message>
        <source>Deployment and Service %1-%2</source>
        <translation>Deployment und Service %1-%2</translation>
    </message>
    <message>
        <source>Up to %1 trials (%2), %3 at the same time.</source>
        <translation>Bis zu %1 Trials (%2), %3 zugleich.</translation>
    </message>
    <message>
        <source>Trials (%1) without end, %2 at the same time.</source>
        <translation>Trials (%1) ohne Ende, %2 zugleich.</translation>
    </message>
    <message>
        <source>It ends early once %1 reaches %2.</source>
        <translation>Es endet früher, sobald %1 den Wert %2 erreicht.</translation>
    </message>
    <message>
        <source>The pods of a trial are deleted when it ends, and their logs with them.</source>
        <translation>Die Pods eines Trials werden an seinem Ende gelöscht und ihre Logs mit ihnen.</translation>
    </message>
    <message>
        <source>Job %1-launcher</source>
        <translation>Job %1-launcher</translation>
    </message>
    <message>
        <source>Service %1</source>
        <translation>Service %1</translation>
    </message>
    <message>
        <source>Secret %1-ssh</source>
        <translation>Secret %1-ssh</translation>
    </message>
    <message>
        <source>no GPU</source>
        <translation>keine GPU</translation>
    </message>
</context>
<context>
    <name>SpecSnippet</name>
    <message>
        <source>a replica with its container</source>
        <translation>ein Replikat mit seinem Container</translation>
    </message>
    <message>
        <source>variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>a variable from a Secret</source>
        <translation>eine Variable aus einem Secret</translation>
    </message>
    <message>
        <source>CPU, memory and a GPU</source>
        <translation>CPU, Speicher und eine GPU</translation>
    </message>
    <message>
        <source>where a volume appears</source>
        <translation>wo ein Volume erscheint</translation>
    </message>
    <message>
        <source>a PersistentVolumeClaim</source>
        <translation>ein PersistentVolumeClaim</translation>
    </message>
    <message>
        <source>shared memory for data loaders</source>
        <translation>gemeinsamer Speicher für Data Loader</translation>
    </message>
    <message>
        <source>may run on GPU nodes</source>
        <translation>darf auf GPU-Nodes laufen</translation>
    </message>
    <message>
        <source>one GPU</source>
        <translation>eine GPU</translation>
    </message>
    <message>
        <source>snippet: %1</source>
        <translation>Textbaustein: %1</translation>
    </message>
</context>
<context>
    <name>Validate</name>
    <message>
        <source>The text is not YAML as Kubernetes reads it.</source>
        <translation>Der Text ist kein YAML, wie Kubernetes es liest.</translation>
    </message>
    <message>
        <source>The kind&apos;s schema does not allow it.</source>
        <translation>Das Schema der Art lässt es nicht zu.</translation>
    </message>
    <message>
        <source>The operator or the API server refuses it, or the job cannot run.</source>
        <translation>Der Operator oder der API-Server lehnt es ab, oder der Job kann nicht laufen.</translation>
    </message>
    <message>
        <source>%1 Known from: %2.</source>
        <translation>%1 Bekannt aus: %2.</translation>
    </message>
    <message>
        <source>Usage: pilothouse validate [--format text|json|sarif] [--quiet] FILE|FOLDER|-…
Checks specs of Kubeflow jobs without a cluster; of a folder all *.yaml and *.yml files in it. --quiet tells only errors.
Exit code 0: nothing wrong, 1: errors, 2: a file cannot be read.
</source>
        <translation>Aufruf: pilothouse validate [--format text|json|sarif] [--quiet] DATEI|ORDNER|-…
Prüft Specs von Kubeflow-Jobs ohne Cluster; bei einem Ordner alle *.yaml- und *.yml-Dateien darin. --quiet nennt nur Fehler.
Exit-Code 0: nichts falsch, 1: Fehler, 2: eine Datei ist nicht lesbar.
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
    <message>
        <source>Nodes</source>
        <translation>Nodes</translation>
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
    <message>
        <source>Sandbox, %1: %2 %. %3</source>
        <translation>Sandbox, %1: %2 %. %3</translation>
    </message>
    <message>
        <source>The window was never busy for longer than %1 ms (deaf for %2 ms with what else ran on this machine).</source>
        <translation>Das Fenster war nie länger als %1 ms beschäftigt (taub für %2 ms mit dem, was sonst auf diesem Rechner lief).</translation>
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
    <name>app::JobLookup</name>
    <message>
        <source>There is no job %1 in the namespace %2.</source>
        <translation>Es gibt keinen Job %1 im Namespace %2.</translation>
    </message>
    <message>
        <source>Several jobs have this name: say %1.</source>
        <translation>Mehrere Jobs heißen so: %1 sagen.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>app::JobWatch</name>
    <message>
        <source>The connection is lost: %1 Trying again…</source>
        <translation>Die Verbindung ist weg: %1 Es wird wieder versucht …</translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <translation>%1: %2 in %3</translation>
    </message>
    <message>
        <source>%1 of %2 ranks</source>
        <translation>%1 von %2 Rängen</translation>
    </message>
    <message>
        <source>The last lines of %1:</source>
        <translation>Die letzten Zeilen von %1:</translation>
    </message>
</context>
<context>
    <name>app::LaunchApply</name>
    <message>
        <source>Reading %1 %2…</source>
        <translation>%1 %2 wird gelesen …</translation>
    </message>
    <message>
        <source>Applying %1 %2…</source>
        <translation>%1 %2 wird angewendet …</translation>
    </message>
    <message>
        <source>Asking the server about %1 %2…</source>
        <translation>Der Server wird nach %1 %2 gefragt …</translation>
    </message>
    <message>
        <source>Waiting until the cluster knows %1 %2…</source>
        <translation>Warten, bis der Cluster %1 %2 kennt …</translation>
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
    <message>
        <source>Waiting until the cluster knows %1 %2…</source>
        <translation>Warten, bis der Cluster %1 %2 kennt …</translation>
    </message>
    <message>
        <source>%1 %2 can only be tried when %3 %4 has been made.</source>
        <translation>%1 %2 lässt sich erst prüfen, wenn es %3 %4 gibt.</translation>
    </message>
</context>
<context>
    <name>app::RemoteJob</name>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>There is no job to follow in this file.</source>
        <translation>In dieser Datei ist kein Job, der sich verfolgen ließe.</translation>
    </message>
    <message>
        <source>The job was deleted.</source>
        <translation>Der Job wurde gelöscht.</translation>
    </message>
    <message>
        <source>The job has no rank %1.</source>
        <translation>Der Job hat keinen Rang %1.</translation>
    </message>
    <message>
        <source>There are no log lines yet.</source>
        <translation>Es gibt noch keine Log-Zeilen.</translation>
    </message>
    <message>
        <source>Its pods are gone, and with them what they said.</source>
        <translation>Seine Pods sind weg, und mit ihnen, was sie sagten.</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>%1, document %2: </source>
        <translation>%1, Dokument %2: </translation>
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
    <name>models::EventFolder</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>An event file could not be read to its end: %1.</source>
        <translation>Eine Event-Datei ist nicht bis zum Ende lesbar: %1.</translation>
    </message>
    <message>
        <source>What stands before the damage is shown.</source>
        <translation>Gezeigt wird, was vor dem Schaden steht.</translation>
    </message>
    <message>
        <source>No event file in %1.</source>
        <translation>Keine Event-Datei in %1.</translation>
    </message>
    <message>
        <source>TensorBoard&apos;s files have “tfevents” in their name; choose the folder given to its writer.</source>
        <translation>Die Dateien von TensorBoard haben „tfevents“ im Namen; den Ordner wählen, der ihrem Writer gegeben wurde.</translation>
    </message>
</context>
<context>
    <name>models::HolderTable</name>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>GPU use</source>
        <translation>GPU-Auslastung</translation>
    </message>
    <message>
        <source>Idle since</source>
        <translation>Untätig seit</translation>
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
        <source>%1 of log lines are missing.</source>
        <translation>%1 an Log-Zeilen fehlen.</translation>
    </message>
    <message>
        <source>Log lines are not kept: all logs together use the %1 that they may take on disk.</source>
        <translation>Log-Zeilen werden nicht gehalten: alle Logs zusammen belegen die %1, die sie auf der Platte belegen dürfen.</translation>
    </message>
    <message>
        <source>Raise the limit in Settings, or delete jobs that ended.</source>
        <translation>Die Grenze in den Einstellungen erhöhen oder beendete Jobs löschen.</translation>
    </message>
    <message>
        <source>Log lines are being lost: the disk refuses them (%1).</source>
        <translation>Log-Zeilen gehen verloren: die Platte nimmt sie nicht an (%1).</translation>
    </message>
    <message>
        <source>Free some space under %1; what was kept stays readable.</source>
        <translation>Platz unter %1 schaffen; was gehalten wurde, bleibt lesbar.</translation>
    </message>
    <message>
        <source>The disk was full for a while; lines are kept again.</source>
        <translation>Die Platte war eine Zeit lang voll; Zeilen werden wieder gehalten.</translation>
    </message>
    <message>
        <source>The lines of this job were removed: all logs together used more than the %1 that they may take on disk, and this job had ended.</source>
        <translation>Die Zeilen dieses Jobs wurden entfernt: alle Logs zusammen belegten mehr als die %1, die sie auf der Platte belegen dürfen, und dieser Job war beendet.</translation>
    </message>
    <message>
        <source>Raise the limit in Settings. Its curves are still here.</source>
        <translation>Die Grenze in den Einstellungen erhöhen. Seine Kurven sind noch da.</translation>
    </message>
</context>
<context>
    <name>models::JobResources</name>
    <message>
        <source>cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>GPU use, mean of the job</source>
        <translation>GPU-Auslastung, Mittel des Jobs</translation>
    </message>
    <message>
        <source>GPU use</source>
        <translation>GPU-Auslastung</translation>
    </message>
    <message>
        <source>GPU memory, whole job</source>
        <translation>GPU-Speicher, ganzer Job</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>GPU-Speicher</translation>
    </message>
    <message>
        <source>GPU power, whole job</source>
        <translation>GPU-Leistungsaufnahme, ganzer Job</translation>
    </message>
    <message>
        <source>GPU power</source>
        <translation>GPU-Leistungsaufnahme</translation>
    </message>
    <message>
        <source>GPU temperature, hottest</source>
        <translation>GPU-Temperatur, heißeste</translation>
    </message>
    <message>
        <source>GPU temperature</source>
        <translation>GPU-Temperatur</translation>
    </message>
    <message>
        <source>CPU, whole job</source>
        <translation>CPU, ganzer Job</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory, whole job</source>
        <translation>Speicher, ganzer Job</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Until %1 read back from Prometheus.</source>
        <translation>Bis %1 aus Prometheus nachgelesen.</translation>
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
    <name>models::LocalDevices</name>
    <message>
        <source>%1 % busy</source>
        <translation>%1 % ausgelastet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
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
    <name>models::PastUsage</name>
    <message>
        <source>What was used before could not be read from Prometheus: %1</source>
        <translation>Was vorher gebraucht wurde, ließ sich nicht aus Prometheus lesen: %1</translation>
    </message>
    <message>
        <source>Prometheus did not tell in time what was used before.</source>
        <translation>Prometheus sagte nicht rechtzeitig, was vorher gebraucht wurde.</translation>
    </message>
</context>
<context>
    <name>models::PodEvents</name>
    <message>
        <source>No shell runs in %1: %2</source>
        <translation>In %1 läuft keine Shell: %2</translation>
    </message>
    <message>
        <source>Name another container or pod that sees the same files.</source>
        <translation>Einen anderen Container oder Pod nennen, der dieselben Dateien sieht.</translation>
    </message>
    <message>
        <source>%1 has no folder %2 yet.</source>
        <translation>%1 hat noch keinen Ordner %2.</translation>
    </message>
    <message>
        <source>It is looked for again by itself.</source>
        <translation>Er wird von selbst wieder gesucht.</translation>
    </message>
    <message>
        <source>%1 could not be read in %2: %3</source>
        <translation>%1 konnte in %2 nicht gelesen werden: %3</translation>
    </message>
    <message>
        <source>%1 cannot be copied: %2</source>
        <translation>%1 kann nicht kopiert werden: %2</translation>
    </message>
    <message>
        <source>The event files in %1 are larger than 256 MiB: no more is copied.</source>
        <translation>Die Ereignisdateien in %1 sind größer als 256 MiB: Mehr wird nicht kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n point(s) of %2 event file(s), followed while the pod runs.</source>
        <translation>
            <numerusform>%1: %n Punkt aus Ereignisdateien (%2), verfolgt, solange der Pod läuft.</numerusform>
            <numerusform>%1: %n Punkte aus Ereignisdateien (%2), verfolgt, solange der Pod läuft.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: no event files yet.</source>
        <translation>%1: noch keine Ereignisdateien.</translation>
    </message>
    <message>
        <source>Looking into %1…</source>
        <translation>In %1 wird nachgesehen …</translation>
    </message>
</context>
<context>
    <name>models::PreviewPoints</name>
    <message>
        <source>This line names no step: the newest one before it counts.</source>
        <translation>Diese Zeile nennt keinen Schritt: Es zählt der letzte davor.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>models::RankTable</name>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>GPU use</source>
        <translation>GPU-Auslastung</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>GPU-Speicher</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistungsaufnahme</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
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
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
</context>
<context>
    <name>models::RunComparison</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>kind</translation>
    </message>
    <message>
        <source>%1 was deleted before its log was read.</source>
        <translation>%1 wurde gelöscht, bevor sein Log gelesen war.</translation>
    </message>
    <message>
        <source>%1 is being read…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>%1 has no pods: their logs went with them, there are no curves to compare.</source>
        <translation>%1 hat keine Pods: mit ihnen gingen ihre Logs, es gibt keine Kurven zum Vergleichen.</translation>
    </message>
    <message>
        <source>%1: no figures in its log so far.</source>
        <translation>%1: bisher keine Zahlen im Log.</translation>
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
    <message>
        <source>The YAML must be mended first.</source>
        <translation>Zuerst muss das YAML berichtigt werden.</translation>
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
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy numbers (CSV)</source>
        <translation>Zahlen kopieren (CSV)</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Pictures (*.png);;Drawings (*.svg)</source>
        <translation>Bilder (*.png);;Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Save numbers…</source>
        <translation>Zahlen speichern …</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>Zahlen (*.csv)</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>could not be written to %1</source>
        <translation>konnte nicht nach %1 geschrieben werden</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>outliers are cut off</source>
        <translation>Ausreißer sind abgeschnitten</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
</context>
<context>
    <name>views::ChartHead</name>
    <message>
        <source>Reset zoom</source>
        <translation>Zoom zurücksetzen</translation>
    </message>
    <message>
        <source>Pin: show this chart first, in every job</source>
        <translation>Anheften: dieses Diagramm zuerst zeigen, in jedem Job</translation>
    </message>
    <message>
        <source>Show this chart alone (double click)</source>
        <translation>Nur dieses Diagramm zeigen (Doppelklick)</translation>
    </message>
    <message>
        <source>Copy, save and more</source>
        <translation>Kopieren, speichern und mehr</translation>
    </message>
    <message>
        <source>Show all charts (Esc)</source>
        <translation>Alle Diagramme zeigen (Esc)</translation>
    </message>
</context>
<context>
    <name>views::ChartLegend</name>
    <message>
        <source>Click: hide or show. Ctrl and click: show this one alone.</source>
        <translation>Klick: verbergen oder zeigen. Strg und Klick: nur diese zeigen.</translation>
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
    <name>views::ComparePage</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Compare jobs</source>
        <translation>Jobs vergleichen</translation>
    </message>
    <message>
        <source>Add a job</source>
        <translation>Job hinzufügen</translation>
    </message>
    <message>
        <source>Eight jobs are as many as can be told apart by their colours.</source>
        <translation>Mehr als acht Jobs lassen sich an ihren Farben nicht unterscheiden.</translation>
    </message>
    <message>
        <source>No other job here</source>
        <translation>Hier ist kein anderer Job</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>These jobs have no metric in common: see the table of final values.</source>
        <translation>Diese Jobs haben keine gemeinsame Metrik: siehe die Tabelle der Endwerte.</translation>
    </message>
    <message>
        <source>Add a job to compare this one with.</source>
        <translation>Einen Job hinzufügen, mit dem dieser verglichen wird.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Final values</source>
        <translation>Endwerte</translation>
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
    <name>views::ConvertPage</name>
    <message>
        <source>Version of the Trainer</source>
        <translation>Version des Trainers</translation>
    </message>
    <message>
        <source>for Trainer %1.%2</source>
        <translation>für Trainer %1.%2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Use result</source>
        <translation>Ergebnis übernehmen</translation>
    </message>
    <message>
        <source>Replaces the text in the editor; one undo brings the old one back</source>
        <translation>Ersetzt den Text im Editor; einmal Rückgängig holt den alten zurück</translation>
    </message>
    <message>
        <source>%1 lost · %2 changed · %3 kept</source>
        <translation>%1 verloren · %2 geändert · %3 behalten</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Converting…</source>
        <translation>Wird umgewandelt …</translation>
    </message>
</context>
<context>
    <name>views::CurvesTab</name>
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
    <message>
        <source>No metric has this in its name</source>
        <translation>Keine Metrik hat dies im Namen</translation>
    </message>
    <message>
        <source>%1 of %2 charts could not be written to %3: is there room, may you write there?</source>
        <translation>%1 von %2 Diagrammen konnten nicht nach %3 geschrieben werden: Ist dort Platz, und ist das Schreiben dort erlaubt?</translation>
    </message>
    <message numerus="yes">
        <source>%n chart(s) were written to %1.</source>
        <translation>
            <numerusform>%n Diagramm wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Diagramme wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures (PNG)…</source>
        <translation>Bilder (PNG) …</translation>
    </message>
    <message>
        <source>Drawings (SVG)…</source>
        <translation>Zeichnungen (SVG) …</translation>
    </message>
    <message>
        <source>Numbers (CSV)…</source>
        <translation>Zahlen (CSV) …</translation>
    </message>
    <message>
        <source>White ground, for paper</source>
        <translation>Weißer Grund, für Papier</translation>
    </message>
    <message>
        <source>Off: pictures have the colours of the window.</source>
        <translation>Aus: Bilder haben die Farben des Fensters.</translation>
    </message>
    <message>
        <source>TensorBoard folder…</source>
        <translation>TensorBoard-Ordner …</translation>
    </message>
    <message>
        <source>Open a folder of TensorBoard event files</source>
        <translation>Einen Ordner mit TensorBoard-Eventdateien öffnen</translation>
    </message>
    <message>
        <source>TensorBoard event file…</source>
        <translation>TensorBoard-Eventdatei …</translation>
    </message>
    <message>
        <source>Open a TensorBoard event file</source>
        <translation>Eine TensorBoard-Eventdatei öffnen</translation>
    </message>
    <message>
        <source>Event files (*tfevents*);;All files (*)</source>
        <translation>Eventdateien (*tfevents*);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n point(s) of %2 event file(s), followed while they grow.</source>
        <translation>
            <numerusform>%1: %n Punkt aus %2 Eventdatei(en), weiter gelesen, solange sie wachsen.</numerusform>
            <numerusform>%1: %n Punkte aus %2 Eventdatei(en), weiter gelesen, solange sie wachsen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>No figure was read from this line, nor from one before it.</source>
        <translation>Aus dieser Zeile wurde keine Zahl gelesen, auch aus keiner davor.</translation>
    </message>
    <message>
        <source>No figure was read from this line: the newest points before it are marked.</source>
        <translation>Aus dieser Zeile wurde keine Zahl gelesen: markiert sind die neuesten Punkte davor.</translation>
    </message>
    <message>
        <source>TensorBoard folder in a pod…</source>
        <translation>TensorBoard-Ordner in einem Pod …</translation>
    </message>
    <message>
        <source>By a rule of your own…</source>
        <translation>Nach einer eigenen Regel …</translation>
    </message>
    <message>
        <source>Write a rule</source>
        <translation>Eine Regel schreiben</translation>
    </message>
</context>
<context>
    <name>views::CurvesToolBar</name>
    <message>
        <source>Log scale</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Powers of ten on the y axis</source>
        <translation>Zehnerpotenzen auf der y-Achse</translation>
    </message>
    <message>
        <source>Ignore outliers</source>
        <translation>Ausreißer ignorieren</translation>
    </message>
    <message>
        <source>Heights that leave out the few values far from the others</source>
        <translation>Achsenhöhe ohne die wenigen Werte, die fern von den anderen liegen</translation>
    </message>
    <message>
        <source>Filter metrics</source>
        <translation>Metriken filtern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Curves that are not in the log</source>
        <translation>Kurven, die nicht im Log sind</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
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
        <source>What the x axis counts</source>
        <translation>Was die x-Achse zählt</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>The mean that TensorBoard draws; the values themselves stay, faint.</source>
        <translation>Das Mittel, das TensorBoard zeichnet; die Werte selbst bleiben, blass.</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>Ränge</translation>
    </message>
    <message>
        <source>Single curves up to eight ranks</source>
        <translation>Einzelne Kurven bis zu acht Ränge</translation>
    </message>
    <message>
        <source>A curve for every rank</source>
        <translation>Eine Kurve für jeden Rang</translation>
    </message>
    <message>
        <source>Mean, and the range of the ranks</source>
        <translation>Mittel und Spanne der Ränge</translation>
    </message>
    <message>
        <source>The log names no epoch.</source>
        <translation>Das Log nennt keine Epoche.</translation>
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
    <message>
        <source>No problems: what is wrong would stand here, with its line.</source>
        <translation>Keine Probleme: Was falsch ist, stünde hier, mit seiner Zeile.</translation>
    </message>
</context>
<context>
    <name>views::DiffView</name>
    <message>
        <source>Previous change (Shift+F7)</source>
        <translation>Vorige Änderung (Umschalt+F7)</translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <translation>Nächste Änderung (F7)</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>views::EventsPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
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
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>ausgelastet</translation>
    </message>
    <message>
        <source>no figures: why?</source>
        <translation>keine Zahlen: warum?</translation>
    </message>
    <message>
        <source>cores, %1</source>
        <translation>Kerne, %1</translation>
    </message>
    <message>
        <source>cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>nothing runs</source>
        <translation>nichts läuft</translation>
    </message>
    <message>
        <source>not measured yet, %1</source>
        <translation>noch nicht gemessen, %1</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
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
    <name>views::FormLink</name>
    <message>
        <source>The form waits: line %1. %2</source>
        <translation>Das Formular wartet: Zeile %1. %2</translation>
    </message>
    <message>
        <source>The text is too long for the form.</source>
        <translation>Der Text ist zu lang für das Formular.</translation>
    </message>
</context>
<context>
    <name>views::FormPane</name>
    <message>
        <source>Choose a template or write the first lines: then the form knows what to ask.</source>
        <translation>Eine Vorlage wählen oder die ersten Zeilen schreiben: dann weiß das Formular, wonach es fragt.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n more fields in the YAML</source>
        <translation>
            <numerusform>%n weiteres Feld im YAML</numerusform>
            <numerusform>%n weitere Felder im YAML</numerusform>
        </translation>
    </message>
    <message>
        <source>Take %1 out of the job. Undo brings it back.</source>
        <translation>%1 aus dem Job nehmen. Rückgängig bringt es zurück.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>views::FormRow</name>
    <message>
        <source>Vendor of the GPUs</source>
        <translation>Hersteller der GPUs</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Add %1 to the job, like the pods that it has.</source>
        <translation>%1 zum Job hinzufügen, nach dem Vorbild seiner Pods.</translation>
    </message>
</context>
<context>
    <name>views::FormTable</name>
    <message>
        <source>Shared memory</source>
        <translation>Gemeinsamer Speicher</translation>
    </message>
    <message>
        <source>PersistentVolumeClaim</source>
        <translation>PersistentVolumeClaim</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove from %1</source>
        <translation>Aus %1 entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the YAML</source>
        <translation>
            <numerusform>%n weiterer Eintrag im YAML</numerusform>
            <numerusform>%n weitere Einträge im YAML</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::GapStrip</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>views::GoToBar</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>14:02:11, +90s, line 1200, end</source>
        <translation>14:02:11, +90s, Zeile 1200, end</translation>
    </message>
    <message>
        <source>Go to a line or a time</source>
        <translation>Zu einer Zeile oder Zeit gehen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Enter goes there</source>
        <translation>Eingabe geht dorthin</translation>
    </message>
</context>
<context>
    <name>views::GpuLegend</name>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>held, not measured</source>
        <translation>belegt, nicht gemessen</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>held but idle</source>
        <translation>belegt, aber untätig</translation>
    </message>
</context>
<context>
    <name>views::GpuMap</name>
    <message>
        <source>GPUs by node</source>
        <translation>GPUs nach Node</translation>
    </message>
    <message>
        <source>GPU %1 of %2</source>
        <translation>GPU %1 von %2</translation>
    </message>
    <message>
        <source>Who holds it is not known.</source>
        <translation>Wer sie belegt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nobody holds it.</source>
        <translation>Niemand belegt sie.</translation>
    </message>
    <message>
        <source>Held by %1 in %2</source>
        <translation>Belegt von %1 in %2</translation>
    </message>
    <message>
        <source>Which of the node&apos;s GPUs the pod got is not told.</source>
        <translation>Welche GPUs des Nodes der Pod bekam, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>use %1 %</source>
        <translation>Auslastung %1 %</translation>
    </message>
    <message>
        <source>memory %1 of %2</source>
        <translation>Speicher %1 von %2</translation>
    </message>
    <message>
        <source>memory %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>Held, but idle when it was last measured.</source>
        <translation>Belegt, aber bei der letzten Messung untätig.</translation>
    </message>
</context>
<context>
    <name>views::HighlighterBar</name>
    <message>
        <source>%1
Click: next line with it. On the colour: another colour. On the cross (or Del): remove.</source>
        <translation>%1
Klick: nächste Zeile damit. Auf die Farbe: andere Farbe. Auf das Kreuz (oder Entf): entfernen.</translation>
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
    <message>
        <source>Compare with other jobs…</source>
        <translation>Mit anderen Jobs vergleichen …</translation>
    </message>
    <message>
        <source>Save a report (HTML)…</source>
        <translation>Bericht speichern (HTML) …</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
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
    <message>
        <source>Report of the job (HTML)…</source>
        <translation>Bericht zum Job (HTML) …</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht liegt in %1.</translation>
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
    <message>
        <source>Show or hide the form (Ctrl+E)</source>
        <translation>Formular zeigen oder verbergen (Strg+E)</translation>
    </message>
    <message>
        <source>Open a YAML file</source>
        <translation>Eine YAML-Datei öffnen</translation>
    </message>
    <message>
        <source>Launch the same text in the sandbox of this machine</source>
        <translation>Denselben Text in der Sandbox dieses Rechners starten</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Try in the sandbox</source>
        <translation>In der Sandbox ausprobieren</translation>
    </message>
    <message>
        <source>What applying the text would change on the cluster (Ctrl+Shift+D)</source>
        <translation>Was das Anwenden des Textes am Cluster ändern würde (Strg+Umschalt+D)</translation>
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
        <source>Nothing was applied: others manage fields that the text would change.</source>
        <translation>Nichts wurde angewandt: andere verwalten Felder, die der Text ändern würde.</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>Felder übernehmen</translation>
    </message>
    <message>
        <source>Nothing was tried: the sandbox does not run.</source>
        <translation>Nichts wurde ausprobiert: die Sandbox läuft nicht.</translation>
    </message>
    <message>
        <source>Start it, then try again. The text stays as it is.</source>
        <translation>Die Sandbox starten, dann erneut versuchen. Der Text bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>Sandbox starten</translation>
    </message>
    <message>
        <source>%1 %2 was created in the sandbox.</source>
        <translation>%1 %2 wurde in der Sandbox angelegt.</translation>
    </message>
    <message>
        <source>Watch it there</source>
        <translation>Dort ansehen</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) were applied.</source>
        <translation>
            <numerusform>%n Objekt wurde angewendet.</numerusform>
            <numerusform>%n Objekte wurden angewendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::LineDetailPane</name>
    <message>
        <source>The line opened up</source>
        <translation>Die aufgeklappte Zeile</translation>
    </message>
    <message>
        <source>Copy what is shown here</source>
        <translation>Kopieren, was hier gezeigt wird</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>the last %1 are not shown here; Copy and Save have them</source>
        <translation>die letzten %1 sind hier nicht gezeigt; Kopieren und Speichern enthalten sie</translation>
    </message>
</context>
<context>
    <name>views::LiveDiffPage</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>The cluster holds what the text says.</source>
        <translation>Der Cluster hält, was der Text sagt.</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Zurück zum Text</translation>
    </message>
    <message>
        <source>Back to the text (Escape)</source>
        <translation>Zurück zum Text (Escape)</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Server-side apply: fields that others manage are left to them</source>
        <translation>Server-Side Apply: Felder, die andere verwalten, bleiben diesen überlassen</translation>
    </message>
    <message>
        <source>On the cluster</source>
        <translation>Auf dem Cluster</translation>
    </message>
    <message>
        <source>As it would be</source>
        <translation>Wie es wäre</translation>
    </message>
    <message>
        <source>%1 does not exist there yet.</source>
        <translation>%1 gibt es dort noch nicht.</translation>
    </message>
    <message>
        <source>Nothing would change in %1.</source>
        <translation>In %1 würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>What applying would change in %1.</source>
        <translation>Was das Anwenden in %1 ändern würde.</translation>
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
    <message>
        <source>Rules for metrics</source>
        <translation>Regeln für Metriken</translation>
    </message>
    <message>
        <source>Read curves that the program does not find by itself</source>
        <translation>Kurven lesen, die das Programm nicht von selbst findet</translation>
    </message>
</context>
<context>
    <name>views::LogLanes</name>
    <message numerus="yes">
        <source>%n more rank(s) do not fit: choose the ranks above, or widen the window.</source>
        <translation>
            <numerusform>%n weiterer Rang passt nicht hinein: die Ränge oben wählen oder das Fenster verbreitern.</numerusform>
            <numerusform>%n weitere Ränge passen nicht hinein: die Ränge oben wählen oder das Fenster verbreitern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n attempt(s)</source>
        <translation>
            <numerusform>%1, %n Versuch</numerusform>
            <numerusform>%1, %n Versuche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::LogMinimap</name>
    <message>
        <source>Errors and warnings on the left, hits on the right, bookmarks: click to go there</source>
        <translation>Fehler und Warnungen links, Treffer rechts, Lesezeichen: ein Klick führt dorthin</translation>
    </message>
    <message>
        <source>Overview of the log</source>
        <translation>Übersicht über das Log</translation>
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
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
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
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Show only lines with a hit</source>
        <translation>Nur Zeilen mit Treffer zeigen</translation>
    </message>
    <message>
        <source>Keep the search marked in a colour of its own</source>
        <translation>Die Suche in eigener Farbe markiert lassen</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Save what is shown…</source>
        <translation>Speichern, was gezeigt wird …</translation>
    </message>
    <message>
        <source>Follow new lines</source>
        <translation>Neuen Zeilen folgen</translation>
    </message>
    <message>
        <source>One lane per rank, side by side</source>
        <translation>Eine Spur je Rang, nebeneinander</translation>
    </message>
    <message>
        <source>Other time stamps</source>
        <translation>Andere Zeitstempel</translation>
    </message>
    <message>
        <source>Open the line up below (JSON set out)</source>
        <translation>Die Zeile unten aufklappen (JSON gegliedert)</translation>
    </message>
    <message>
        <source>Open the line up below (Enter)</source>
        <translation>Die Zeile unten aufklappen (Eingabe)</translation>
    </message>
    <message>
        <source>Copy with time and rank</source>
        <translation>Mit Zeit und Rang kopieren</translation>
    </message>
    <message>
        <source>Show on the curve</source>
        <translation>Auf der Kurve zeigen</translation>
    </message>
    <message>
        <source>First error</source>
        <translation>Erster Fehler</translation>
    </message>
    <message>
        <source>No line here looks like an error.</source>
        <translation>Keine Zeile hier sieht nach einem Fehler aus.</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>Voriger Fehler</translation>
    </message>
    <message>
        <source>First traceback</source>
        <translation>Erster Traceback</translation>
    </message>
    <message>
        <source>There is no traceback here.</source>
        <translation>Hier gibt es keinen Traceback.</translation>
    </message>
    <message>
        <source>Go to a line or a time…</source>
        <translation>Zu einer Zeile oder Zeit …</translation>
    </message>
    <message>
        <source>Bookmark this line</source>
        <translation>Lesezeichen auf diese Zeile setzen</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>Nächstes Lesezeichen</translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation>Voriges Lesezeichen</translation>
    </message>
    <message>
        <source>Last line of</source>
        <translation>Letzte Zeile von</translation>
    </message>
    <message>
        <source>No lines yet</source>
        <translation>Noch keine Zeilen</translation>
    </message>
    <message>
        <source>Remove all bookmarks</source>
        <translation>Alle Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>A log is being saved already.</source>
        <translation>Es wird schon ein Log gespeichert.</translation>
    </message>
    <message>
        <source>Text with time and rank (*.log *.txt)</source>
        <translation>Text mit Zeit und Rang (*.log *.txt)</translation>
    </message>
    <message>
        <source>Text as it was printed (*.log *.txt)</source>
        <translation>Text wie ausgegeben (*.log *.txt)</translation>
    </message>
    <message>
        <source>Compressed, with time and rank (*.zst)</source>
        <translation>Komprimiert, mit Zeit und Rang (*.zst)</translation>
    </message>
    <message>
        <source>Compressed, as it was printed (*.zst)</source>
        <translation>Komprimiert, wie ausgegeben (*.zst)</translation>
    </message>
    <message>
        <source>Saving, %1 %</source>
        <translation>Speichern, %1 %</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Free some space there or choose another place.</source>
        <translation>Dort Platz schaffen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>No line passes the filter</source>
        <translation>Keine Zeile passiert den Filter</translation>
    </message>
    <message>
        <source>No bookmarks: M sets one on the current line.</source>
        <translation>Keine Lesezeichen: M setzt eines auf die aktuelle Zeile.</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Bookmarks (M sets one, ] and [ go from one to the next)</source>
        <translation>Lesezeichen (M setzt eines, ] und [ gehen von einem zum nächsten)</translation>
    </message>
    <message>
        <source>Everything that can be done here, with its key</source>
        <translation>Alles, was sich hier tun lässt, mit seiner Taste</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Show only lines of a level</source>
        <translation>Nur Zeilen einer Stufe zeigen</translation>
    </message>
    <message>
        <source>Time stamps (T)</source>
        <translation>Zeitstempel (T)</translation>
    </message>
    <message>
        <source>Find errors</source>
        <translation>Fehler finden</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>at line %1</source>
        <translation>bei Zeile %1</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
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
    <name>views::NodesPage</name>
    <message>
        <source>Nodes</source>
        <translation>Nodes</translation>
    </message>
    <message>
        <source>Simulated GPUs</source>
        <translation>Simulierte GPUs</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>Where figures of GPUs come from, if not from the exporters of this cluster</source>
        <translation>Woher die Zahlen zu GPUs kommen, wenn nicht von den Exportern dieses Clusters</translation>
    </message>
    <message>
        <source>No node of this cluster offers a GPU. A vendor&apos;s device plugin announces them.</source>
        <translation>Kein Node dieses Clusters bietet eine GPU an. Das Device-Plugin eines Herstellers meldet sie.</translation>
    </message>
    <message>
        <source>https://prometheus.example.com; empty: what is found in the cluster</source>
        <translation>https://prometheus.example.com; leer: was im Cluster gefunden wird</translation>
    </message>
    <message>
        <source>Address of a Prometheus</source>
        <translation>Adresse eines Prometheus</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Not an http or https address.</source>
        <translation>Keine http- oder https-Adresse.</translation>
    </message>
    <message>
        <source>Who holds GPUs</source>
        <translation>Wer GPUs hält</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Node</numerusform>
            <numerusform>%n Nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s) ready</source>
        <translation>
            <numerusform>%1 von %n Node bereit</numerusform>
            <numerusform>%1 von %n Nodes bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 GPUs: %2 held, %3 free</source>
        <translation>%1 GPUs: %2 gehalten, %3 frei</translation>
    </message>
    <message numerus="yes">
        <source>held but idle: %n pod(s)</source>
        <translation>
            <numerusform>gehalten, aber untätig: %n Pod</numerusform>
            <numerusform>gehalten, aber untätig: %n Pods</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 nodes are drawn; all are in the table.</source>
        <translation>%1 von %2 Nodes sind gezeichnet; alle stehen in der Tabelle.</translation>
    </message>
    <message>
        <source>This cluster has no nodes.</source>
        <translation>Dieser Cluster hat keine Nodes.</translation>
    </message>
    <message>
        <source>Jobs stay Pending until one joins.</source>
        <translation>Jobs bleiben Pending, bis einer dazukommt.</translation>
    </message>
    <message>
        <source>GPUs of this machine itself, not of the cluster:</source>
        <translation>GPUs dieses Rechners selbst, nicht des Clusters:</translation>
    </message>
</context>
<context>
    <name>views::NoteList</name>
    <message>
        <source>✕ lost</source>
        <translation>✕ verloren</translation>
    </message>
    <message>
        <source>~ changed</source>
        <translation>~ geändert</translation>
    </message>
    <message>
        <source>✓ kept</source>
        <translation>✓ erhalten</translation>
    </message>
    <message>
        <source>What became of the fields</source>
        <translation>Was aus den Feldern wurde</translation>
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
    <name>views::OfferStrip</name>
    <message>
        <source>Convert…</source>
        <translation>Umwandeln …</translation>
    </message>
    <message>
        <source>Do not offer this</source>
        <translation>Dies nicht anbieten</translation>
    </message>
    <message>
        <source>%1 can be written as a %2.</source>
        <translation>%1 lässt sich als %2 schreiben.</translation>
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
    <name>views::PodEventsBar</name>
    <message>
        <source>Follow</source>
        <translation>Verfolgen</translation>
    </message>
    <message>
        <source>TensorBoard folder in</source>
        <translation>TensorBoard-Ordner in</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Folder in the pod</source>
        <translation>Ordner im Pod</translation>
    </message>
    <message>
        <source>/logs, or where the pod mounts the volume</source>
        <translation>/logs, oder wo der Pod das Volume einhängt</translation>
    </message>
    <message>
        <source>The folder as the container sees it: its own disk, or a PersistentVolumeClaim that it mounts. Needs the right to create pods/exec and a shell in the image.</source>
        <translation>Der Ordner, wie ihn der Container sieht: seine eigene Platte oder ein PersistentVolumeClaim, den er einhängt. Nötig sind das Recht create auf pods/exec und eine Shell im Image.</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
    <name>views::ResourcesTab</name>
    <message>
        <source>By rank</source>
        <translation>Nach Rang</translation>
    </message>
    <message>
        <source>Whole job</source>
        <translation>Ganzer Job</translation>
    </message>
    <message>
        <source>Simulated GPUs: their use follows the CPU of each pod.</source>
        <translation>Simulierte GPUs: ihre Auslastung folgt der CPU des jeweiligen Pods.</translation>
    </message>
    <message>
        <source>Resources by rank</source>
        <translation>Ressourcen nach Rang</translation>
    </message>
</context>
<context>
    <name>views::RuleEditor</name>
    <message>
        <source>Name of the curve</source>
        <translation>Name der Kurve</translation>
    </message>
    <message>
        <source>val_gap</source>
        <translation>val_gap</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>A line of the log</source>
        <translation>Eine Zeile des Logs</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>What the line says</source>
        <translation>Was die Zeile sagt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Group of: %1</source>
        <translation>Gruppe für: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>gap to teacher: {value} at {step}</source>
        <translation>gap to teacher: {value} at {step}</translation>
    </message>
    <message>
        <source>PCRE2. Groups named value, step and epoch are taken for these, or choose below.</source>
        <translation>PCRE2. Gruppen namens value, step und epoch gelten dafür, oder unten wählen.</translation>
    </message>
    <message>
        <source>{value}, {step} and {epoch} stand for numbers. Without {value} it is the first number behind the text.</source>
        <translation>{value}, {step} und {epoch} stehen für Zahlen. Ohne {value} ist es die erste Zahl hinter dem Text.</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>nach ihrem Namen</translation>
    </message>
    <message numerus="yes">
        <source>This expression takes too long on %n line(s): they are left out. Avoid repetitions inside repetitions.</source>
        <translation>
            <numerusform>Dieser Ausdruck braucht für %n Zeile zu lange: Sie wird ausgelassen. Wiederholungen in Wiederholungen vermeiden.</numerusform>
            <numerusform>Dieser Ausdruck braucht für %n Zeilen zu lange: Sie werden ausgelassen. Wiederholungen in Wiederholungen vermeiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The value is no number: “%1”.</source>
        <translation>Der Wert ist keine Zahl: „%1“.</translation>
    </message>
    <message>
        <source>The rule reads nothing from this line.</source>
        <translation>Die Regel liest aus dieser Zeile nichts.</translation>
    </message>
    <message>
        <source>Reads %1</source>
        <translation>Liest %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
</context>
<context>
    <name>views::RuleList</name>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Rules from a file that somebody handed on</source>
        <translation>Regeln aus einer Datei, die jemand weitergab</translation>
    </message>
    <message>
        <source>Your rules as one YAML file, to hand on</source>
        <translation>Die eigenen Regeln als eine YAML-Datei zum Weitergeben</translation>
    </message>
    <message>
        <source>YOURS: NONE YET</source>
        <translation>EIGENE: NOCH KEINE</translation>
    </message>
    <message>
        <source>YOURS</source>
        <translation>EIGENE</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <translation>%1 (aus)</translation>
    </message>
    <message>
        <source>BUILT IN</source>
        <translation>EINGEBAUT</translation>
    </message>
</context>
<context>
    <name>views::RulesPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Rules for metrics</source>
        <translation>Regeln für Metriken</translation>
    </message>
    <message>
        <source>Comes with the program and reads every log. A rule of yours with the name of a curve takes its place.</source>
        <translation>Kommt mit dem Programm und liest jedes Log. Eine eigene Regel mit dem Namen einer Kurve tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>Open a job or a log to try the rule on its lines.</source>
        <translation>Einen Job oder ein Log öffnen, um die Regel an dessen Zeilen zu erproben.</translation>
    </message>
    <message>
        <source>%1 has no lines yet.</source>
        <translation>%1 hat noch keine Zeilen.</translation>
    </message>
    <message>
        <source>The last lines of %1</source>
        <translation>Die letzten Zeilen von %1</translation>
    </message>
    <message>
        <source>The curve needs a name.</source>
        <translation>Die Kurve braucht einen Namen.</translation>
    </message>
    <message>
        <source>%1 was saved. Open logs are read again with it.</source>
        <translation>%1 wurde gespeichert. Offene Logs werden damit neu gelesen.</translation>
    </message>
    <message>
        <source>Delete the rule %1? Its curves go, the log stays.</source>
        <translation>Die Regel %1 löschen? Ihre Kurven verschwinden, das Log bleibt.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>Regeln importieren</translation>
    </message>
    <message>
        <source>Rules (*.yaml *.yml);;All files (*)</source>
        <translation>Regeln (*.yaml *.yml);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) were imported.</source>
        <translation>
            <numerusform>%n Regel wurde importiert.</numerusform>
            <numerusform>%n Regeln wurden importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>Regeln exportieren</translation>
    </message>
    <message>
        <source>Rules (*.yaml *.yml)</source>
        <translation>Regeln (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>The rules are in %1.</source>
        <translation>Die Regeln sind in %1.</translation>
    </message>
</context>
<context>
    <name>views::RunChip</name>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Take this job out of the comparison</source>
        <translation>Diesen Job aus dem Vergleich nehmen</translation>
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
    <name>views::SearchBar</name>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Upper and lower case differ</source>
        <translation>Groß- und Kleinschreibung unterscheiden</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>The words are a regular expression</source>
        <translation>Die Wörter sind ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Voriger (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Nächster (F3)</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>Schließen (Escape)</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Line 1 to %1</source>
        <translation>Zeile 1 bis %1</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Not a regular expression: %1</source>
        <translation>Kein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such line</source>
        <translation>Diese Zeile gibt es nicht</translation>
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
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Curves over each other, final values, parameters that differ</source>
        <translation>Kurven übereinander, Endwerte, abweichende Parameter</translation>
    </message>
    <message>
        <source>Choose two to eight jobs.</source>
        <translation>Zwei bis acht Jobs wählen.</translation>
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
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Logs on disk, at most</source>
        <translation>Logs auf der Platte, höchstens</translation>
    </message>
    <message>
        <source>Automatic is 10 GiB, but never more than a tenth of what is free. When it is used up, the logs of jobs that ended first are removed first; curves stay.</source>
        <translation>Automatisch sind 10 GiB, aber nie mehr als ein Zehntel des freien Platzes. Ist er aufgebraucht, werden die Logs der Jobs zuerst entfernt, die zuerst endeten; Kurven bleiben.</translation>
    </message>
    <message>
        <source>On disk, at most</source>
        <translation>Auf der Platte, höchstens</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
</context>
<context>
    <name>views::SourceFilter</name>
    <message>
        <source>Show only some replica types, containers or attempts</source>
        <translation>Nur manche Replikat-Typen, Container oder Versuche zeigen</translation>
    </message>
    <message>
        <source>Replica type</source>
        <translation>Replikat-Typ</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>%1 (init)</source>
        <translation>%1 (init)</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
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
    <message>
        <source>Your templates</source>
        <translation>Eigene Vorlagen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>Notebooks</source>
        <translation>Notebooks</translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>Tuning</translation>
    </message>
    <message>
        <source>Storage and configuration</source>
        <translation>Speicher und Konfiguration</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>Vorlagen suchen</translation>
    </message>
    <message>
        <source>Save as template…</source>
        <translation>Als Vorlage speichern …</translation>
    </message>
    <message>
        <source>Keep the text of the editor as a template of your own</source>
        <translation>Den Text des Editors als eigene Vorlage behalten</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Make a template of a YAML file</source>
        <translation>Aus einer YAML-Datei eine Vorlage machen</translation>
    </message>
    <message>
        <source>Title of the template</source>
        <translation>Titel der Vorlage</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No template has these words.</source>
        <translation>Keine Vorlage enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Saved among your templates.</source>
        <translation>Unter den eigenen Vorlagen gespeichert.</translation>
    </message>
    <message>
        <source>Import a template</source>
        <translation>Eine Vorlage importieren</translation>
    </message>
    <message>
        <source>YAML (*.yaml *.yml);;All files (*)</source>
        <translation>YAML (*.yaml *.yml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>YAML (*.yaml)</source>
        <translation>YAML (*.yaml)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Delete a template</source>
        <translation>Eine Vorlage löschen</translation>
    </message>
    <message>
        <source>Delete the template “%1”?</source>
        <translation>Die Vorlage „%1“ löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
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
    <name>views::TrialPane</name>
    <message>
        <source>Lines of the log</source>
        <translation>Zeilen des Logs</translation>
    </message>
    <message>
        <source>Double-click a line to make it the example.</source>
        <translation>Doppelklick auf eine Zeile macht sie zum Beispiel.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) in %1 line(s)</source>
        <translation>
            <numerusform>%n Punkt, Zeilen: %1</numerusform>
            <numerusform>%n Punkte, Zeilen: %1</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>… %n lines</source>
        <translation>
            <numerusform>… %n Zeile</numerusform>
            <numerusform>… %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vervollständigen</translation>
    </message>
    <message>
        <source>Apply the fix of this line</source>
        <translation>Die Korrektur dieser Zeile anwenden</translation>
    </message>
    <message>
        <source>Comment or uncomment</source>
        <translation>Kommentar setzen oder entfernen</translation>
    </message>
    <message>
        <source>Duplicate lines</source>
        <translation>Zeilen duplizieren</translation>
    </message>
    <message>
        <source>Move lines up</source>
        <translation>Zeilen nach oben schieben</translation>
    </message>
    <message>
        <source>Move lines down</source>
        <translation>Zeilen nach unten schieben</translation>
    </message>
    <message>
        <source>Indent anew</source>
        <translation>Neu einrücken</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation>Gehe zu Zeile …</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>Nächstes Dokument</translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation>Voriges Dokument</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>Ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle einklappen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alle ausklappen</translation>
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
