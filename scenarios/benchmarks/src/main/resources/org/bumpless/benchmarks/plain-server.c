/* A plain Modbus TCP server on Debian's libmodbus, to stand beside the bench's own: one thread, select, a data model at rest.
 * Tells its port as its only line, and ends with its standard input, or after an hour. */
#include <arpa/inet.h>
#include <errno.h>
#include <modbus/modbus.h>
#include <stdio.h>
#include <sys/select.h>
#include <unistd.h>

enum { REGISTERS = 256, BACKLOG = 64, LONGEST_RUN_S = 3600 };

static int fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, modbus_strerror(errno));
  return 1;
}

static void answer(modbus_t *bus, modbus_mapping_t *model, int client, fd_set *open) {
  uint8_t request[MODBUS_TCP_MAX_ADU_LENGTH];
  modbus_set_socket(bus, client);
  int bytes = modbus_receive(bus, request);
  if (bytes > 0) {
    modbus_reply(bus, request, bytes, model);
  } else if (bytes < 0) {
    close(client);
    FD_CLR(client, open);
  }
}

int main(void) {
  alarm(LONGEST_RUN_S);
  modbus_t *bus = modbus_new_tcp("127.0.0.1", 0);
  modbus_mapping_t *model = modbus_mapping_new(REGISTERS, REGISTERS, REGISTERS, REGISTERS);
  if (bus == NULL || model == NULL) return fail("cannot begin");
  int listener = modbus_tcp_listen(bus, BACKLOG);
  struct sockaddr_in own;
  socklen_t size = sizeof own;
  if (listener < 0 || getsockname(listener, (struct sockaddr *) &own, &size) != 0) return fail("cannot listen");
  printf("%d\n", ntohs(own.sin_port));
  fflush(stdout);

  fd_set open;
  FD_ZERO(&open);
  FD_SET(STDIN_FILENO, &open);
  FD_SET(listener, &open);
  int highest = listener;
  for (;;) {
    fd_set ready = open;
    if (select(highest + 1, &ready, NULL, NULL, NULL) < 0) return fail("cannot wait");
    if (FD_ISSET(STDIN_FILENO, &ready)) return 0;
    for (int fd = STDIN_FILENO + 1; fd <= highest; fd++) {
      if (!FD_ISSET(fd, &ready)) continue;
      if (fd != listener) {
        answer(bus, model, fd, &open);
        continue;
      }
      int client = modbus_tcp_accept(bus, &listener);
      if (client < 0 || client >= FD_SETSIZE) return fail("cannot accept");
      FD_SET(client, &open);
      if (client > highest) highest = client;
    }
  }
}
