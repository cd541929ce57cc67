// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tests {

QByteArray Received::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

QString Received::parameter(const QString &name) const { return query.queryItemValue(name, QUrl::FullyDecoded); }

Answer Answer::text(const QByteArray &body, int status, const QByteArray &contentType)
{
    Answer answer;
    answer.m_status = status;
    answer.m_body = body;
    answer.m_headers.append({"Content-Type", contentType});
    return answer;
}

Answer Answer::json(const QByteArray &body, int status) { return text(body, status, "application/json"); }

Answer Answer::failure(int status, const QByteArray &reason, const QByteArray &message, const QByteArray &details)
{
    QJsonObject object {{"kind", "Status"},
                        {"apiVersion", "v1"},
                        {"metadata", QJsonObject()},
                        {"status", "Failure"},
                        {"message", QString::fromUtf8(message)},
                        {"reason", QString::fromUtf8(reason)},
                        {"code", status}};
    if (!details.isEmpty())
        object["details"] = QJsonDocument::fromJson(details).object();
    return json(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

Answer Answer::stream(int status, const QByteArray &contentType)
{
    Answer answer;
    answer.m_status = status;
    answer.m_chunked = true;
    answer.m_headers.append({"Content-Type", contentType});
    return answer;
}

Answer &Answer::header(const QByteArray &name, const QByteArray &value)
{
    m_headers.append({name, value});
    return *this;
}

Answer &Answer::before(std::chrono::milliseconds delay)
{
    m_delay = delay;
    return *this;
}

Answer &Answer::step(Step::Kind kind, const QByteArray &bytes, std::chrono::milliseconds time)
{
    m_steps.push_back({.kind = kind, .bytes = bytes, .time = time});
    return *this;
}

Answer &Answer::chunk(const QByteArray &bytes)
{
    return step(Step::Kind::Write, QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

Answer &Answer::split(const QByteArray &bytes, int size)
{
    for (qsizetype at = 0; at < bytes.size(); at += size)
        chunk(bytes.mid(at, size));
    return *this;
}

Answer &Answer::raw(const QByteArray &bytes) { return step(Step::Kind::Write, bytes); }

Answer &Answer::wait(std::chrono::milliseconds time) { return step(Step::Kind::Wait, {}, time); }

Answer &Answer::gate(const QByteArray &name) { return step(Step::Kind::Gate, name); }

Answer &Answer::live(const QByteArray &name) { return step(Step::Kind::Live, name); }

Answer &Answer::hear(qsizetype bytes)
{
    m_steps.push_back({.kind = Step::Kind::Hear, .bytes = {}, .count = bytes});
    return *this;
}

Answer &Answer::stall() { return step(Step::Kind::Stall); }

Answer &Answer::end() { return step(Step::Kind::Write, "0\r\n\r\n"); }

Answer &Answer::close() { return step(Step::Kind::Close); }

Answer &Answer::reset() { return step(Step::Kind::Reset); }

QByteArray Answer::head() const
{
    if (m_status == 0)
        return {};
    QByteArray head = "HTTP/1.1 " + QByteArray::number(m_status) + " Scripted\r\n";
    for (const auto &[name, value] : m_headers)
        head += name + ": " + value + "\r\n";
    if (m_chunked)
        return head + "Transfer-Encoding: chunked\r\n\r\n";
    return head + "Content-Length: " + QByteArray::number(m_body.size()) + "\r\n\r\n" + m_body;
}

} // namespace tests
