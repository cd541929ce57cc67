// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace tests {

/// A request as the server got it.
struct Received
{
    QByteArray method;
    QByteArray target; ///< path and query as sent
    QString path; ///< decoded
    QUrlQuery query;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    int connection = 0; ///< counts from 1

    QByteArray header(QByteArrayView lowerCaseName) const;
    QString parameter(const QString &name) const; ///< decoded value of the query
};

/// What a ScriptedServer answers: steps that are done one after the other.
///   Answer::json("{...}")                                  an ordinary answer
///   Answer::stream().chunk(a).chunk(b).end()               chunked, ended properly
///   Answer::stream().chunk(half).reset()                   broken in the middle
///   Answer::stream().live("watch")                         chunks come from ScriptedServer::send("watch", ...)
class Answer
{
public:
    static Answer json(const QByteArray &body, int status = 200);
    static Answer text(const QByteArray &body, int status = 200, const QByteArray &contentType = "text/plain");
    /// A metav1.Status of failure; `details` is JSON of its details member.
    static Answer failure(int status, const QByteArray &reason, const QByteArray &message,
                          const QByteArray &details = {});
    static Answer stream(int status = 200, const QByteArray &contentType = "application/json");
    /// Nothing by itself: not even a status line.
    static Answer nothing() { return {}; }

    Answer &header(const QByteArray &name, const QByteArray &value); ///< only json, text, failure and stream
    Answer &before(std::chrono::milliseconds delay); ///< wait before the status line

    Answer &chunk(const QByteArray &bytes); ///< one HTTP chunk in one write
    Answer &split(const QByteArray &bytes, int size); ///< HTTP chunks of `size` bytes, each in a write of its own
    Answer &raw(const QByteArray &bytes); ///< as they are
    Answer &wait(std::chrono::milliseconds time);
    Answer &gate(const QByteArray &name); ///< goes on after ScriptedServer::open(name)
    Answer &live(const QByteArray &name); ///< chunks from send(name) until finish(name) (proper end) or reset(name)
    Answer &hear(qsizetype bytes); ///< reads so many that the client sends after its request: ScriptedServer::heard()
    Answer &stall(); ///< nothing more until the client goes or the server stops
    Answer &end(); ///< the last chunk
    Answer &close(); ///< FIN
    Answer &reset(); ///< RST

    struct Step
    {
        enum class Kind
        {
            Write,
            Wait,
            Gate,
            Live,
            Hear,
            Stall,
            Close,
            Reset
        } kind
            = Kind::Write;
        QByteArray bytes; ///< or the name
        std::chrono::milliseconds time {0};
        qsizetype count = 0;
    };

private:
    friend class ScriptedServer;
    Answer &step(Step::Kind kind, const QByteArray &bytes = {}, std::chrono::milliseconds time = {});
    QByteArray head() const;

    int m_status = 0; ///< 0: no head
    bool m_chunked = false;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    QByteArray m_body;
    std::chrono::milliseconds m_delay {0};
    std::vector<Step> m_steps;
};

/// What the server's certificate looks like. All of it is made anew for every server.
struct ServerTls
{
    QByteArray commonName = "scripted server";
    QList<QByteArray> names {"127.0.0.1", "localhost"}; ///< addresses and host names
    int validFromDays = -1;
    int validToDays = 1;
    bool asksForClientCertificate = false; ///< one of its own authority is required
};

/// An HTTP/1.1 server on 127.0.0.1 that answers as told and remembers what it was asked. Its threads are its own; all
/// functions may be called from any thread at any time. An unexpected request is answered 404 with a Status.
class ScriptedServer
{
public:
    ScriptedServer(); ///< http
    explicit ScriptedServer(const ServerTls &tls); ///< https
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    QString url() const; ///< "http://127.0.0.1:PORT"
    quint16 port() const;
    QByteArray caPem() const; ///< the authority that signed the server's certificate
    QByteArray clientCertificatePem() const; ///< of the same authority, for "test-user"
    QByteArray clientKeyPem() const;

    /// `path` is a regular expression for the whole decoded path. Answers given with once() are used up in their order,
    /// before the lasting ones; of the lasting ones the newest wins.
    void on(const QByteArray &method, const QString &path, const Answer &answer);
    void once(const QByteArray &method, const QString &path, const Answer &answer);
    void on(const QByteArray &method, const QString &path, std::function<Answer(const Received &)> answer);

    void open(const QByteArray &gate); ///< lets all answers pass that gate, now and later
    void send(const QByteArray &live, const QByteArray &bytes); ///< kept until a live step of that name reads it
    void finish(const QByteArray &live);
    void reset(const QByteArray &live);

    QList<Received> received() const;
    int count(const QByteArray &method, const QString &path) const; ///< how many of them came so far
    QByteArray heard() const; ///< by all steps of that kind so far
    int connections() const; ///< accepted so far
    int openConnections() const;

    void dropConnections(); ///< RST to all
    void stop(); ///< refuses connections until start(); drops the open ones
    void start(); ///< the same port again

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace tests
